/* SPDX-License-Identifier: MIT
 *
 * Paragraphs that lost the space between them, "workplace.The", or got a bar for it: "Home | News".
 */
#ifndef PLACARD_APP_TEXT_GLUE_H
#define PLACARD_APP_TEXT_GLUE_H

/* The text with a line break where two paragraphs are glued together; g_free. */
char *glue_part(const char *text);

#endif
