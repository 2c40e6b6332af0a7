/* SPDX-License-Identifier: MIT
 *
 * What keys and window events mean.
 */
#ifndef PLACARD_SCREEN_INPUT_H
#define PLACARD_SCREEN_INPUT_H

#include "placard/screen/display.h"

#include <SDL.h>

enum input input_of_event(const SDL_Event *event);

#endif
