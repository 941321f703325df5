/* The lines of a text as they stand on the page it was taken from, and what each looks like.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-text.h"

G_BEGIN_DECLS

#define TELAAH_NO_LINE G_MAXUINT

/* How sure it is that a line is clutter. */
typedef enum
{
  TELAAH_DOUBT_NONE,       /* not at all */
  TELAAH_DOUBT_WEAK,       /* only in the company of other clutter */
  TELAAH_DOUBT_SURE,
} TelaahDoubt;

/* A line that is not blank. The shape of a long one is that of its beginning; its end is always known. */
typedef struct
{
  const char  *start;          /* the words without the blanks around them */
  gsize        n_bytes;
  guint        offset;         /* in code points */
  guint        characters;
  guint        gap;            /* blank lines before it */

  guint        n_words;
  guint        n_content;      /* words that titles write with a capital */
  guint        n_capitals;     /* of those, how many have one */
  guint        n_numbers;
  guint        n_joints;       /* places where words stand together without a blank, as inLinksOf */
  guint        edit_link;      /* bytes of the link "[edit]" behind the words, counted in no other field */

  gunichar     first;          /* the first character, and the first letter or digit */
  gunichar     letter;
  gunichar     stop;           /* what ends the sentence, the line's last character otherwise */
  guint        ends : 1;       /* in a full stop or the like, perhaps with quotes or brackets after it */
  guint        inner_stop : 1; /* a sentence ends inside */
  guint        capitals : 1;   /* no lower-case letter */
  guint        bullet : 1;     /* begins with the mark of a list */
  guint        address : 1;    /* holds an e-mail or a web address */
  guint        prose : 1;      /* running text */
  guint        joined : 1;     /* goes on with what the line before began */
  guint        sealed : 1;     /* in the list of references */
  guint        edited : 1;     /* a link to edit it follows, on the line or below: a heading of a wiki */
  guint        wrapped : 2;    /* as many lines below it go on with it, at the top of a page */
  guint        code : 1;       /* between fences, or before the text as in front matter */

  TelaahDoubt  clutter;
  const char  *reason;         /* why it might be clutter; static */
  guint        heading;        /* 1 + its place among the headings; 0 for none */
} TelaahPageLine;

typedef struct
{
  const TelaahText *text;
  GArray           *lines;     /* of TelaahPageLine */
  guint             n_front;   /* lines of front matter, as Markdown may have it, with the rules around it */
  guint             width;     /* where its lines were broken, in characters; 0 where a line is a paragraph */
  gboolean          spaced;    /* blank lines between the paragraphs */
  guint             head_end;  /* the lines before it precede the running text */
  guint             tail;      /* from here on nothing of it follows */
  guint             title;     /* or TELAAH_NO_LINE */
} TelaahPage;

TelaahPage     *telaah_page_new            (const TelaahText     *text);
void            telaah_page_free           (TelaahPage           *self);
TelaahPageLine *telaah_page_get_line       (const TelaahPage     *self,
                                            guint                 index);
guint           telaah_page_get_next       (const TelaahPage     *self,
                                            guint                 index);
void            telaah_page_find_zones     (TelaahPage           *self);
gboolean        telaah_page_is_field       (const TelaahPage     *self,
                                            guint                 index);
gboolean        telaah_page_is_rest_of_title (const TelaahPage *page,
                                           guint                 index);
gboolean        telaah_page_line_is_short  (const TelaahPageLine *line);
gboolean        telaah_page_line_is_titled (const TelaahPageLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPage, telaah_page_free)

G_END_DECLS
