/* What the parts of the search for sentences share: characters, words, lines, stops.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

G_BEGIN_DECLS

/* White space, no-break spaces, and what has no width: of that no sentence is made. */
static inline gboolean
telaah_char_is_blank (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);

  return c == 0x85 || c == 0xa0 || c == 0x61c || c == 0x1680 || c == 0x180e ||
         (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
         (c >= 0x205f && c <= 0x206f) || c == 0x3000 || c == 0xfeff;
}

/* The class of Unicode Annex 29, a USentenceBreak. What most of a text is made of is known here. */
static inline int
telaah_char_get_break (gunichar c)
{
  if (c < 0x80)
    {
      if (c >= 'a' && c <= 'z')
        return U_SB_LOWER;
      if (c >= 'A' && c <= 'Z')
        return U_SB_UPPER;
      if (c == ' ')
        return U_SB_SP;
      if (c >= '0' && c <= '9')
        return U_SB_NUMERIC;
    }

  return u_getIntPropertyValue (c, UCHAR_SENTENCE_BREAK);
}

static inline gboolean
telaah_char_is_lower (gunichar c)
{
  return telaah_char_get_break (c) == U_SB_LOWER;
}

static inline gboolean
telaah_char_is_word (gunichar c)
{
  int sb = telaah_char_get_break (c);

  return sb == U_SB_LOWER || sb == U_SB_UPPER || sb == U_SB_OLETTER || sb == U_SB_NUMERIC;
}

gboolean telaah_char_is_stop   (gunichar c);
gboolean telaah_char_is_opener (gunichar c);
gboolean telaah_char_is_closer (gunichar c);
gboolean telaah_char_is_bullet (gunichar c);
gboolean telaah_char_is_emoji  (gunichar c);

/* A part of a body in which the text is read. Nothing outside of it is looked at. */
typedef struct
{
  const char *body;
  gsize       start;     /* bytes */
  gsize       end;
  gboolean    whole;     /* one sentence, whatever stops are in it */
} TelaahBlock;

/* 0 where there is none. */
static inline gunichar
telaah_block_peek (const TelaahBlock *block,
                   gsize              at)
{
  return at < block->end ? g_utf8_get_char (block->body + at) : 0;
}

static inline gunichar
telaah_block_peek_before (const TelaahBlock *block,
                          gsize              at)
{
  return at > block->start ? g_utf8_get_char (g_utf8_prev_char (block->body + at)) : 0;
}

static inline gsize
telaah_block_after (const TelaahBlock *block,
                    gsize              at)
{
  return at < block->end ? at + g_utf8_skip[(guchar) block->body[at]] : block->end;
}

static inline gsize
telaah_block_before (const TelaahBlock *block,
                     gsize              at)
{
  return at > block->start ? (gsize) (g_utf8_prev_char (block->body + at) - block->body) : at;
}

gsize telaah_block_skip_blanks      (const TelaahBlock *block,
                                     gsize              at);
gsize telaah_block_skip_blanks_back (const TelaahBlock *block,
                                     gsize              at);
gsize telaah_block_find_item        (const TelaahBlock *block,
                                     gsize              at);
guint telaah_block_count_digits     (const TelaahBlock *block,
                                     gsize              at);

/* What a full stop after a word may be. */
typedef enum
{
  TELAAH_WORD_ORDINARY,
  TELAAH_WORD_NUMBER,
  TELAAH_WORD_TITLE,       /* Prof., hlm.: something follows, so nothing ends */
  TELAAH_WORD_COUNTED,     /* No., vol.: so before a number, else a word like any */
  TELAAH_WORD_INITIAL,     /* B., U.S., yg.: ends where a word follows that opens sentences */
  TELAAH_WORD_NAME,        /* S.H., Inc.: may end a name, which goes on with other names */
  TELAAH_WORD_LAST,        /* dll., etc.: ends before any capital */
} TelaahWordKind;

typedef enum
{
  TELAAH_WORDS_STARTERS,   /* words that open sentences, and are not names */
  TELAAH_WORDS_LETTERED,   /* what is told apart by letters: vitamin B, huruf a */
  TELAAH_WORDS_NUMBERED,   /* what a line may begin with, and its number: Gambar 1. */
  TELAAH_WORDS_OPEN,       /* no sentence ends with them */
  TELAAH_WORDS_SPEECH,     /* kata, said */
  TELAAH_WORDS_JOINING,    /* dan, or */
  TELAAH_WORDS_TIMES,      /* what follows a.m.: zones, days, months */
  TELAAH_WORDS_FIRMS,      /* Inc: the end of a name, be it Yahoo! */
  TELAAH_WORDS_DOMAINS,    /* what follows the last stop of an address or a file name */
  TELAAH_WORDS_REFERENCES, /* headings of lists of references */
  TELAAH_N_WORDS,
} TelaahWords;

gboolean telaah_words_contain    (TelaahWords     words,
                                  const char     *bytes,
                                  gsize           length);
gboolean telaah_words_find_short (const char     *bytes,
                                  gsize           length,
                                  const char     *language,
                                  TelaahWordKind *kind);

/* Nobody wraps to wider lines than this, in characters; and of longer ones than this, in bytes, the
 * exact width does not matter. */
#define TELAAH_LINE_WIDEST 150
#define TELAAH_LINE_BYTES 1000

/* How a line begins, and how it ends. */
typedef enum
{
  TELAAH_HEAD_OTHER,
  TELAAH_HEAD_LOWER,
  TELAAH_HEAD_UPPER,
  TELAAH_HEAD_LETTER,      /* of a script without case */
  TELAAH_HEAD_BULLET,
  TELAAH_HEAD_LABEL,
} TelaahHead;

typedef enum
{
  TELAAH_TAIL_WORD,
  TELAAH_TAIL_STOP,
  TELAAH_TAIL_COLON,
  TELAAH_TAIL_SEMICOLON,
  TELAAH_TAIL_COMMA,
  TELAAH_TAIL_HYPHEN,      /* right after a letter */
  TELAAH_TAIL_OPEN,        /* a dash, an open bracket, a word that nothing ends with */
} TelaahTail;

typedef struct
{
  TelaahBlock words;        /* without blanks at either end */
  guint       width;        /* characters */
  guint       first;        /* characters of the first word */
  guint8      head;
  guint8      tail;
  guint8      fresh;        /* nothing above it in its stretch */
  guint8      spaced;       /* an empty line above it */
  guint8      references;   /* a heading of references, or right below one */
  guint8      joined;       /* goes on from the line above */
  guint       wrap;         /* the width its paragraph is wrapped to, or 0 */
} TelaahTextLine;

GArray  *telaah_text_lines_read             (const GArray      *stretches);
GArray  *telaah_blocks_find      (const GArray      *stretches);

/* A block that is read; `sentence` is where the present sentence began. */
typedef struct
{
  TelaahBlock     block;
  const char     *language;

  UBreakIterator *icu;          /* over the whole body; nullable */
  gint64          boundary;     /* its next one; it only goes forward */

  gsize           sentence;
  gsize           wordless;     /* no word from `sentence` up to here */
  gsize           hold;         /* within a bracket or a title: no sentence ends before */
  gsize           label;        /* the number of an item within the sentence ends here */
  gsize           unmatched;    /* no closing bracket up to here */
  gboolean        quoted;       /* a straight quotation mark is open */

  guint           item;         /* the number of the last item in the sentence, or 0 */
  gboolean        listed;       /* the sentence began with one */
} TelaahScan;

gsize    telaah_scan_find_end (TelaahScan *scan,
                               gsize       from);
gboolean telaah_scan_has_word (TelaahScan *scan,
                               gsize       at);

void     telaah_scan_begin_item (TelaahScan *scan,
                                 gsize       at,
                                 gboolean    listed);
gboolean telaah_scan_find_item  (TelaahScan *scan,
                                 gsize       mark,
                                 gsize      *start);
gboolean telaah_scan_is_joined  (TelaahScan *scan,
                                 gsize       start);

/* A stop with all that belongs to it: "?!" and the closing marks after it. */
typedef struct
{
  gsize    stop;         /* where it begins */
  gsize    last;         /* the last stop of it */
  gsize    end;
  guint    dots;
  gboolean strong;       /* not full stops alone */
  gboolean foreign;      /* of a script that needs no blank after it */
  gboolean ellipsis;
  gboolean quoted;       /* a quotation mark closes after the last stop */
  gboolean bracketed;    /* a bracket does */
} TelaahStop;

/* What comes after a stop. */
typedef enum
{
  TELAAH_NEXT_NOTHING,   /* no word up to the end of the block */
  TELAAH_NEXT_LOWER,
  TELAAH_NEXT_UPPER,
  TELAAH_NEXT_LETTER,    /* of a script without case */
  TELAAH_NEXT_DIGIT,
  TELAAH_NEXT_OTHER,
} TelaahNextKind;

typedef struct
{
  TelaahNextKind kind;
  gsize          at;       /* the first character that is not blank */
  gsize          word;     /* the first one that is of a word */
  gboolean       apart;    /* a blank lies between */
} TelaahNext;

/* The word before a stop. */
typedef struct
{
  gsize          start;
  gsize          end;
  guint          letters;
  gboolean       dotted;   /* stops within it */
  gboolean       thin;     /* glued to something else: R&D, 24/7, °C */
  gboolean       counted;  /* after a number: 5 kg */
  TelaahWordKind kind;
} TelaahScanWord;

TelaahStop     telaah_scan_read_stop      (TelaahScan           *scan,
                                           gsize                 at);
gsize          telaah_scan_skip_notes     (TelaahScan           *scan,
                                           gsize                 at);
gsize          telaah_scan_skip_more      (TelaahScan           *scan,
                                           gsize                 at);
TelaahNext     telaah_scan_read_next      (TelaahScan           *scan,
                                           gsize                 at);
TelaahScanWord telaah_scan_read_word      (TelaahScan           *scan,
                                           gsize                 stop);
gboolean       telaah_scan_word_is        (TelaahScan           *scan,
                                           gsize                 word,
                                           TelaahWords           words);
gboolean       telaah_scan_word_before_is (TelaahScan           *scan,
                                           gsize                 at,
                                           TelaahWords           words);
gboolean       telaah_scan_is_starter     (TelaahScan           *scan,
                                           gsize                 word);
gboolean       telaah_scan_is_sentence    (TelaahScan           *scan,
                                           gsize                 word);
gboolean       telaah_scan_is_label       (TelaahScan           *scan,
                                           const TelaahScanWord *token);
gsize          telaah_scan_skip_number    (TelaahScan           *scan,
                                           const TelaahStop     *stop,
                                           gsize                 at);
gboolean       telaah_scan_ends_glued     (TelaahScan           *scan,
                                           const TelaahStop     *stop,
                                           const TelaahNext     *next);
gboolean       telaah_scan_judge          (TelaahScan           *scan,
                                           gsize                 stop,
                                           gsize                *end,
                                           gsize                *resume);

G_END_DECLS
