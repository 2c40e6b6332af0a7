/* SPDX-License-Identifier: MIT
 *
 * When a feed says by itself that it need not be asked (RSS 2.0: ttl, skipHours, skipDays).
 */
#ifndef PLACARD_EDITION_RHYTHM_H
#define PLACARD_EDITION_RHYTHM_H

struct rhythm {
    unsigned ttl_minutes; /* for so long it stays as it is; 0: not said */
    unsigned skip_hours;  /* bit 0: the hour after midnight of UTC … bit 23 */
    unsigned skip_days;   /* bit 0: Monday … bit 6: Sunday, likewise */
};

#endif
