/* Which lines, and which beginnings of paragraphs, are headings, and on which level.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-page.h"

G_BEGIN_DECLS

/* How a heading is written; those of one text that are written alike stand on one level as a rule. */
typedef enum
{
  TELAAH_STYLE_MARKDOWN,     /* with # or underlined: says its level itself */
  TELAAH_STYLE_TITLE,
  TELAAH_STYLE_CHAPTER,      /* "BAB I", "Chapter 2" */
  TELAAH_STYLE_PART,         /* "Bagian Kedua", "Section 3" */
  TELAAH_STYLE_ARTICLE,      /* "Pasal 5" of a law */
  TELAAH_STYLE_CAPITALS,
  TELAAH_STYLE_PLAIN,
  TELAAH_STYLE_COLON,        /* plain with a colon at the end */
  TELAAH_STYLE_ROMAN,
  TELAAH_STYLE_LETTER,
  TELAAH_STYLE_NUMBER,       /* 1. or 2.1: the depth tells them apart */
  TELAAH_STYLE_BARE_NUMBER,  /* 1 without a mark behind it */
  TELAAH_STYLE_BRACKET,      /* 1) or (1) */
  TELAAH_STYLE_SMALL_LETTER,
  TELAAH_STYLE_SMALL_ROMAN,
  TELAAH_STYLE_LABEL,        /* in bold, or before a colon at the beginning of a paragraph */
} TelaahHeadingStyle;

/* What numbers a line. */
typedef struct
{
  TelaahHeadingStyle  style;
  guint               depth;     /* of 2.1: 2 */
  guint               value;     /* its last number */
  const char         *rest;      /* the words behind it */
  guint               other;     /* its value as a letter, where it might be a Roman number or a letter; else 0 */
} TelaahNumbering;

typedef struct
{
  guint               line;
  const char         *start, *end;   /* its own words */
  TelaahHeadingStyle  style;
  guint               depth;
  guint               value;         /* of what is numbered; else 0 */
  guint               level;         /* from 1 */
  gboolean            accepted;
  gboolean            run_in;        /* the paragraph goes on behind it */
  gboolean            bare;          /* the next heading follows at once */
  gboolean            raised;        /* above the level of its style, as others like it belong to it */
  gboolean            known;         /* numbered, with a name that heads a chapter in many papers */
  gboolean            standard;      /* a name that heads a chapter in any paper: "Abstract" */
} TelaahHeading;

gboolean telaah_numbering_parse           (const TelaahPageLine *line,
                                           TelaahNumbering      *numbering);
GArray  *telaah_headings_find             (TelaahPage           *page);
gboolean telaah_headings_find_markdown    (TelaahPage           *page,
                                           GArray               *headings);
gboolean telaah_headings_find_run_in      (const TelaahPage     *page,
                                           guint                 index,
                                           TelaahHeading        *heading);
void     telaah_headings_settle_run_in    (const TelaahPage     *page,
                                           GArray               *headings);
void     telaah_headings_settle_series    (const TelaahPage     *page,
                                           GArray               *headings);
void     telaah_headings_settle_lines      (const TelaahPage     *page,
                                           GArray               *headings);
void     telaah_headings_set_levels       (const TelaahPage     *page,
                                           GArray               *headings);
gboolean telaah_headings_is_standard_name (const char           *start,
                                           const char           *end);
gboolean telaah_headings_is_chapter_name   (const char           *start,
                                           const char           *end);
gboolean telaah_headings_has_body         (const TelaahPage     *page,
                                           guint                 index);

G_END_DECLS
