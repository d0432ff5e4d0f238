// The only door to ncursesw: the header with wide characters on and windows opaque, and functions for what Swift
// cannot import (macros) or refuses as unsafe (global variables).
#ifndef GRADUS_CNCURSES_H
#define GRADUS_CNCURSES_H

#define NCURSES_WIDECHAR 1
#define NCURSES_OPAQUE 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>

static inline WINDOW *curses_standard_window(void) { return stdscr; }
static inline WINDOW *curses_physical_window(void) { return curscr; }

static inline attr_t curses_attribute_bold(void) { return A_BOLD; }
static inline attr_t curses_attribute_dim(void) { return A_DIM; }
static inline attr_t curses_attribute_italic(void) {
#ifdef A_ITALIC
  return A_ITALIC;
#else
  return A_NORMAL;
#endif
}
static inline attr_t curses_attribute_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_attribute_reverse(void) { return A_REVERSE; }

// Whether the terminal's description has the string capability `name`.
static inline bool curses_has_string(const char *name) {
  char *value = tigetstr(name);
  return value != NULL && value != (char *)-1;
}

// What the C library has and its Swift module leaves out.
extern int wcwidth(wchar_t character);
static inline int curses_width(wchar_t character) { return wcwidth(character); }

#ifdef __linux__
extern int memfd_create(const char *name, unsigned int flags);
// A nameless file in memory, closed on exec; -1 on failure.
static inline int curses_memory_file(void) { return memfd_create("gradus", 1U); }
#endif

#endif
