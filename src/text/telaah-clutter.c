/* Which lines of a page are clutter, and why: what a line says for itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-clutter.h"

#include <string.h>

#include "text/telaah-datelines.h"
#include "text/telaah-headings.h"
#include "text/telaah-phrases.h"

/* Longer than any line of a page's furniture. */
#define LONGEST_CLUTTER 700

typedef struct
{
  TelaahPage      *page;
  guint            index;
  TelaahPageLine  *line;
  TelaahLineWords  words;
  gboolean         around;     /* before or after the running text */
} Look;

static void
look_for_phrase (Look *look)
{
  const TelaahPhrase *phrase = telaah_phrases_match (look->page, look->index, &look->words);

  if (phrase != NULL)
    telaah_clutter_suspect (look->line,
                            phrase->flags & TELAAH_PHRASE_WEAK ? TELAAH_DOUBT_WEAK : TELAAH_DOUBT_SURE,
                            phrase->reason);
}

/* Whether a sign such as "·" or "|" stands alone between two words of the line. */
static gboolean
is_parted (const Look *look,
           guint       word)
{
  const char *p = look->words.places[word];

  while (p > look->line->start && strchr (" \t", p[-1]) != NULL)
    p--;
  if (p == look->words.places[word] || p <= look->line->start)
    return FALSE;

  p = g_utf8_find_prev_char (look->line->start, p);
  return p != NULL && (*p == '|' || g_utf8_get_char (p) == 0xb7 || g_utf8_get_char (p) == 0x2022) &&
         p > look->line->start && strchr (" \t", p[-1]) != NULL;
}

/* "Share this · 230 reads": each part is a phrase, and one of them a sure one. */
static void
look_for_row_of_phrases (Look *look)
{
  TelaahLineWords part;
  gboolean sure = FALSE;
  guint parts = 0;

  part.n = 0;
  part.more = FALSE;
  for (guint i = 0; i < look->words.n; i++)
    {
      gboolean last = i + 1 == look->words.n;
      const TelaahPhrase *phrase;

      part.words[part.n] = look->words.words[i];
      part.places[part.n] = look->words.places[i];
      part.numbers[part.n] = look->words.numbers[i];
      part.capitals[part.n++] = look->words.capitals[i];
      if (!last && !is_parted (look, i + 1))
        continue;
      if (last && parts == 0)
        return;

      phrase = telaah_phrases_match (look->page, look->index, &part);
      if (phrase == NULL)
        return;
      sure |= !(phrase->flags & TELAAH_PHRASE_WEAK);
      if (last && sure)
        telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, phrase->reason);
      part.n = 0;
      parts++;
    }
}

/* A row of buttons: names of networks only. */
static void
look_for_networks (Look *look)
{
  static const char *const networks[] = {
    "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "email", "e-mail", "pinterest", "line", "instagram",
    "threads", "reddit", "tumblr", "youtube", "tiktok", "messenger", "fb", "wa", "ig", "rss", "print", "copy", "link",
    "share", "bagikan", NULL,
  };

  for (guint i = 0; i < look->words.n; i++)
    if (!telaah_line_shape_is_one_of (look->words.words[i], networks))
      return;

  if (look->words.n > 0)
    telaah_clutter_suspect (look->line,
                            look->words.n > 1 && look->around ? TELAAH_DOUBT_SURE : TELAAH_DOUBT_WEAK, "share-link");
}

static void
look_for_hashtags (Look *look)
{
  guint tags = 0;

  for (guint i = 0; i < look->words.n; i++)
    {
      if (look->words.words[i][0] != '#' || look->words.words[i][1] == '\0')
        return;
      tags++;
    }

  if (tags > 0)
    telaah_clutter_suspect (look->line, tags > 1 || look->around ? TELAAH_DOUBT_SURE : TELAAH_DOUBT_WEAK, "tags");
}

/* A menu whose links lost the blanks between them, or a path such as "Home / Opini / Dunia". */
static void
look_for_menu (Look *look)
{
  const TelaahPageLine *line = look->line;
  guint signs = 0;

  /* A row of a table. */
  if (line->first == '|')
    return;

  if (line->n_joints >= 3 && line->n_joints * 4 >= line->n_words && !line->ends && !line->inner_stop && look->around)
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "menu");

  if (look->words.n == 0 && line->characters == 1 && strchr ("(){}[]<>;\"'", (int) *line->start) == NULL)
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_WEAK, "menu");

  if (line->ends || line->n_words > 24 || line->address)
    return;

  for (guint i = 1; i < look->words.n; i++)
    {
      const char *between = look->words.places[i - 1];

      between += strcspn (between, " \t");
      for (; between < look->words.places[i]; between = g_utf8_next_char (between))
        signs += strchr (">/|\\", *between) != NULL || g_utf8_get_char (between) == 0xbb ||
                 g_utf8_get_char (between) == 0x203a || g_utf8_get_char (between) == 0x2192;
    }

  if (signs > 0 && (strcmp (look->words.words[0], "home") == 0 || strcmp (look->words.words[0], "beranda") == 0))
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "menu");
  else if (signs >= 2 && look->around && line->n_words <= signs * 4 + 4)
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_WEAK, "menu");
}

static void
look_for_date (Look *look)
{
  gboolean head = look->index > 0 && look->index < look->page->head_end && !look->line->bullet;

  /* The head of a letter or of minutes is its own. */
  if (telaah_page_is_field (look->page, look->index))
    return;

  switch (telaah_dateline_recognize (look->line, &look->words))
    {
    case TELAAH_DATELINE_BYLINE:
      telaah_clutter_suspect (look->line, head ? TELAAH_DOUBT_SURE : TELAAH_DOUBT_WEAK, "byline");
      break;

    case TELAAH_DATELINE_STAMP:
      telaah_clutter_suspect (look->line, look->around ? TELAAH_DOUBT_SURE : TELAAH_DOUBT_WEAK, "byline");
      break;

    case TELAAH_DATELINE_DATE:
      telaah_clutter_suspect (look->line, head ? TELAAH_DOUBT_SURE : TELAAH_DOUBT_WEAK, "byline");
      break;

    case TELAAH_DATELINE_NONE:
    default:
      break;
    }
}

/* "(rdp/imk)": the initials of those who wrote it. */
static void
look_for_initials (Look *look)
{
  const TelaahPageLine *line = look->line;
  const char *end = line->start + line->n_bytes - 1;
  guint slashes = 0;

  if (line->n_bytes < 6 || line->n_bytes > 20 || *line->start != '(' || *end != ')' || look->index == 0 ||
      !line[-1].prose)
    return;

  for (const char *p = line->start + 1; p < end; p++)
    if (*p == '/')
      slashes++;
    else if (!g_ascii_isalpha (*p))
      return;

  if (slashes > 0 && (gsize) slashes * 5 + 8 >= line->n_bytes)
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "byline");
}

/* "1 2 3 Next" */
static void
look_for_page_numbers (Look *look)
{
  guint numbers = 0;

  while (numbers < look->words.n && look->words.numbers[numbers] &&
         g_ascii_strtoull (look->words.words[numbers], NULL, 10) == numbers + 1 &&
         strlen (look->words.words[numbers]) < 3)
    numbers++;

  if (look->around && look->words.n == 1 && look->words.numbers[0] && !strchr (look->words.words[0], '.'))
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_WEAK, "reader-count");
  if (numbers >= 3 && look->words.n <= numbers + 2 && look->around)
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "pagination");
}

/* "… in Suva. ANTARA FOTO/Name/wsj.": the credit comes behind the sentence, in capitals. */
static gboolean
is_last_in_line (const TelaahPageLine *line,
                 const char           *place)
{
  const char *end = line->start + line->n_bytes - 1;
  const char *before = place;

  if (end - place > 60 || memchr (place, '.', end - place) != NULL || !g_ascii_isupper (place[1]))
    return FALSE;

  /* "ANTARA FOTO/…": the agency may have two words. */
  while (before > line->start && (before[-1] == ' ' || g_ascii_isupper (before[-1])))
    before--;

  return before == line->start || strchr (".)", before[-1]) != NULL;
}

/* "(Source: Name/ed. Name)" below the text: who wrote it, and who edited. */
static void
look_for_origin (Look *look)
{
  static const char *const origins[] = { "sumber", "source", "teks", "naskah", "laporan", "penulis", "editor", NULL };
  const TelaahPageLine *line = look->line;

  if (look->index >= look->page->tail && look->index > 0 && look->words.n > 1 && look->words.n <= 14 &&
      line->first == '(' && line->start[line->n_bytes - 1] == ')' && *look->words.words[1] == ':' &&
      telaah_line_shape_is_one_of (look->words.words[0], origins))
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "byline");
}

/* A credit of the picture's maker: "ANTARA FOTO/Name", "(Foto: Name)", "(Shutterstock)". */
static void
look_for_credit (Look *look)
{
  static const char *const agencies[] = {
    "antara", "afp", "reuters", "getty", "shutterstock", "unsplash", "pexels", "ap", "epa", "xinhua", "pixabay",
    "freepik", "istock", "kompas.com", "detikcom", "tempo", "bloomberg", "images", "istimewa", NULL,
  };
  static const char *const pictures[] = {
    "foto", "photo", "ilustrasi", "dok", "dokumentasi", "kredit", "photos", NULL,
  };
  static const char *const origins[] = { "sumber", "source", "credit", NULL };
  const TelaahPageLine *line = look->line;
  const char *end = line->start + line->n_bytes;
  const char *open = g_strrstr_len (line->start, line->n_bytes, "(");
  gboolean enclosed = open != NULL && end - open < 90 && (end[-1] == ')' || (end[-1] == '.' && end[-2] == ')'));
  gboolean pictured = look->words.n > 0 && telaah_line_shape_is_one_of (look->words.words[0], pictures);
  gboolean credit = FALSE;
  gboolean any = FALSE;

  if ((!enclosed && memchr (line->start, '/', line->n_bytes) == NULL) || look->words.n > 45 || look->words.more ||
      line->address)
    return;

  for (guint i = 0; i < look->words.n; i++)
    {
      const char *place = look->words.places[i];
      const char *after = place + strlen (look->words.words[i]);
      gboolean agency = telaah_line_shape_is_one_of (look->words.words[i], agencies);
      gboolean picture = telaah_line_shape_is_one_of (look->words.words[i], pictures);

      if ((agency || picture) && after < end && *after == '/' && look->words.capitals[i])
        credit |= !line->ends || (enclosed && place > open) || is_last_in_line (line, place);
      else if (picture && enclosed && place > open &&
               (place == open + 1 || (after < end && (*after == ':' || *after == '.'))))
        credit = TRUE;
      else if (enclosed && place == open + 1 && *after == ':' &&
               telaah_line_shape_is_one_of (look->words.words[i], origins))
        credit |= pictured || look->index < look->page->head_end;
      else if (agency && enclosed && place > open && i + 1 == look->words.n && look->words.capitals[i])
        any = TRUE;
    }

  if (credit || (any && look->around && !line->prose))
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "caption");
}

static gboolean
is_dated_below (const Look *look)
{
  const TelaahPageLine *below = look->line + 1;
  TelaahLineWords words;

  if (look->index + 1 >= look->page->lines->len)
    return FALSE;

  telaah_line_shape_split (below, &words);

  return telaah_dateline_recognize (below, &words) != TELAAH_DATELINE_NONE;
}

/* Each word with a capital, few of them, or several between commas. */
static gboolean
are_names (const Look *look)
{
  const TelaahPageLine *line = look->line;
  guint small = line->n_words - line->n_content - line->n_numbers;
  gboolean list = memchr (line->start, ',', line->n_bytes) != NULL;

  for (guint i = 0; i < look->words.n; i++)
    if (strcmp (look->words.words[i], "dan") == 0 || strcmp (look->words.words[i], "and") == 0)
      small--, list = TRUE;

  /* "Ellen Marsh in Suva", with the date below. */
  for (guint i = 2; i + 1 < look->words.n && look->words.n <= 6 && small == 1; i++)
    if (strcmp (look->words.words[i], "in") == 0 || strcmp (look->words.words[i], "di") == 0)
      small -= is_dated_below (look);

  return line->n_words >= 2 && line->n_words <= (list ? 12 : 5) && line->n_numbers <= 3 && !line->capitals &&
         small == 0 && line->n_content >= 2 && line->n_capitals + line->n_joints >= line->n_content &&
         line->stop != ':' && line->stop != '?' &&
         memchr (line->start, ':', line->n_bytes) == NULL && memchr (line->start, '#', line->n_bytes) == NULL;
}

/* Who wrote it, and where they work, stands above the text: names, institutes, addresses. */
static void
look_for_author (Look *look)
{
  static const char *const institutes[] = {
    "universitas", "university", "fakultas", "faculty", "department", "departemen", "prodi", "jurusan", "institut",
    "institute", "mahasiswa", "mahasiswi", "dosen", "student", "lecturer", "politeknik", "college", "peneliti", NULL,
  };
  const TelaahPageLine *line = look->line;
  gboolean institute = FALSE;
  TelaahNumbering numbering;

  if (look->index >= look->page->head_end || line->ends || look->words.n > 30 || look->words.more || look->index == 0 ||
      line->bullet)
    return;
  if (telaah_numbering_parse (line, &numbering) && numbering.style != TELAAH_STYLE_BARE_NUMBER)
    return;

  for (guint i = 0; i < look->words.n; i++)
    institute |= telaah_line_shape_is_one_of (look->words.words[i], institutes);

  if (line->address && line->n_words <= 12)
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_SURE, "byline");
  else if (institute || are_names (look))
    telaah_clutter_suspect (look->line, TELAAH_DOUBT_WEAK, "byline");
}

static void
look_at_line (TelaahPage *page,
              guint       index)
{
  Look look;
  const TelaahPageLine *next;

  look.page = page;
  look.index = index;
  look.line = telaah_page_get_line (page, index);
  next = index + 1 < page->lines->len ? look.line + 1 : NULL;
  if (look.line->clutter == TELAAH_DOUBT_SURE || look.line->code || look.line->n_bytes > LONGEST_CLUTTER ||
      look.line->edited || look.line->joined || (next != NULL && next->joined))
    return;

  look.around = index < page->head_end || index >= page->tail;
  telaah_line_shape_split (look.line, &look.words);

  look_for_phrase (&look);
  if (look.words.n > 0 && !look.line->sealed)
    {
      look_for_row_of_phrases (&look);
      look_for_networks (&look);
      look_for_hashtags (&look);
      look_for_date (&look);
      look_for_initials (&look);
      look_for_page_numbers (&look);
      look_for_credit (&look);
      look_for_origin (&look);
      look_for_author (&look);
    }
  if (!look.line->sealed)
    look_for_menu (&look);
}

/* Where the list of references begins: the table of contents may name it too, so the last of each name counts. */
static void
find_references (TelaahPage *page,
                 GHashTable *last)
{
  static const char *const names[] = {
    "references", "reference", "referensi", "daftar pustaka", "bibliography", "bibliografi", "works cited",
    "kepustakaan", "daftar referensi", "pustaka", "catatan kaki", "footnotes", "notes", NULL,
  };
  TelaahLineWords words;

  for (guint i = 0; i < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      if (line->n_words == 0 || line->n_words > 4 || i < page->n_front)
        continue;

      telaah_line_shape_split (line, &words);
      for (guint first = 0; first < MIN (words.n, 2); first++)
        {
          const char *second = words.n > first + 1 ? words.words[first + 1] : NULL;
          g_autofree char *name = g_strjoin (" ", words.words[first], second, NULL);

          if (words.n <= first + 2 && telaah_line_shape_is_one_of (name, names))
            g_hash_table_replace (last, g_steal_pointer (&name), GUINT_TO_POINTER (i));
        }
    }
}

/* References and code hold words that elsewhere would be clutter, or a heading. */
static void
seal_lines (TelaahPage *page)
{
  g_autoptr(GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean code = FALSE;
  guint references = G_MAXUINT;
  GHashTableIter iter;
  gpointer index;

  find_references (page, last);
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &index))
    references = MIN (references, GPOINTER_TO_UINT (index));

  for (guint i = 0; i < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);
      gboolean fence = g_str_has_prefix (line->start, "```");

      line->sealed = i > references && line->n_words > line->n_numbers && (line->n_numbers > 0 || line->n_words > 4);
      line->code = code || fence || i < page->n_front;
      code ^= fence;
    }
}

/* The list of references ends where the page goes on below it. */
static void
unseal_lines (TelaahPage *page)
{
  gboolean over = FALSE;

  for (guint i = 0; i < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      over |= line->sealed && line->clutter == TELAAH_DOUBT_SURE && strcmp (line->reason, "page-header") != 0;
      if (over)
        line->sealed = FALSE;
    }
}

/* What stands alone might be anything; what stands there time and again is part of the page. */
static void
believe_repeated (TelaahPage *page)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < page->lines->len; i++)
      {
        TelaahPageLine *line = telaah_page_get_line (page, i);
        g_autofree char *words = NULL;
        guint count;

        if (line->clutter == TELAAH_DOUBT_NONE || line->n_words > 2 || strcmp (line->reason, "advertisement") != 0)
          continue;

        words = g_strndup (line->start, line->n_bytes);
        count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words));
        if (pass == 0)
          g_hash_table_replace (counts, g_steal_pointer (&words), GUINT_TO_POINTER (count + 1));
        else if (count > 1)
          telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, line->reason);
      }
}

/**
 * telaah_clutter_find:
 *
 * Settles of each line whether it is clutter, which line is the title, and where the running text begins and ends.
 */
void
telaah_clutter_find (TelaahPage *page)
{
  guint head_end, tail;

  seal_lines (page);
  telaah_clutter_find_pages (page);

  /* What is found moves the borders of the running text, and with them what can be found. */
  for (guint pass = 0; pass < 4; pass++)
    {
      head_end = page->head_end;
      tail = page->tail;
      for (guint i = 0; i < page->lines->len; i++)
        if (pass == 0 || i <= page->head_end || i + 1 >= page->tail)
          look_at_line (page, i);

      telaah_page_find_zones (page);
      if (head_end == page->head_end && tail == page->tail)
        break;
    }

  unseal_lines (page);
  believe_repeated (page);
  telaah_clutter_find_contents (page);
  telaah_clutter_find_title (page);
  telaah_clutter_spread (page);
}
