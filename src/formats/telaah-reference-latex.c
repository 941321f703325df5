/* The little of LaTeX that stands in bibliographies, to Unicode and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <string.h>

/* Commands that put a mark on the letter after them, and the mark as a combining character. */
static const struct
{
  char     command;
  gunichar mark;
} accents[] = {
  { '`', 0x300 }, { '\'', 0x301 }, { '^', 0x302 }, { '~', 0x303 }, { '=', 0x304 }, { 'u', 0x306 }, { '.', 0x307 },
  { '"', 0x308 }, { 'r', 0x30a }, { 'H', 0x30b }, { 'v', 0x30c }, { 'd', 0x323 }, { 'c', 0x327 }, { 'k', 0x328 },
  { 'b', 0x331 }, { 't', 0x361 },
};

static const struct
{
  const char *command;
  const char *text;
} symbols[] = {
  { "ss", "ß" }, { "SS", "ẞ" }, { "ae", "æ" }, { "AE", "Æ" }, { "oe", "œ" }, { "OE", "Œ" }, { "aa", "å" },
  { "AA", "Å" }, { "o", "ø" }, { "O", "Ø" }, { "l", "ł" }, { "L", "Ł" }, { "i", "ı" }, { "j", "ȷ" }, { "dh", "ð" },
  { "DH", "Ð" }, { "th", "þ" }, { "TH", "Þ" }, { "dj", "đ" }, { "DJ", "Đ" }, { "ng", "ŋ" }, { "NG", "Ŋ" },
  { "S", "§" }, { "P", "¶" }, { "copyright", "©" }, { "textcopyright", "©" }, { "textregistered", "®" },
  { "texttrademark", "™" }, { "pounds", "£" }, { "euro", "€" }, { "texteuro", "€" }, { "EUR", "€" },
  { "dots", "…" }, { "ldots", "…" }, { "textellipsis", "…" }, { "textendash", "–" }, { "textemdash", "—" },
  { "textquoteleft", "‘" }, { "textquoteright", "’" }, { "textquotedblleft", "“" }, { "textquotedblright", "”" },
  { "lq", "‘" }, { "rq", "’" }, { "guillemotleft", "«" }, { "guillemotright", "»" }, { "textquotesingle", "'" },
  { "textasciigrave", "`" }, { "textquotedbl", "\"" }, { "glqq", "„" }, { "grqq", "“" }, { "flqq", "«" },
  { "frqq", "»" }, { "textasciitilde", "~" }, { "textasciicircum", "^" }, { "textbackslash", "\\" },
  { "textunderscore", "_" }, { "textbar", "|" }, { "textless", "<" }, { "textgreater", ">" }, { "slash", "/" },
  { "textbraceleft", "{" }, { "textbraceright", "}" }, { "textdollar", "$" }, { "textdegree", "°" },
  { "degree", "°" }, { "textordfeminine", "ª" }, { "textordmasculine", "º" }, { "textbullet", "•" },
  { "LaTeX", "LaTeX" }, { "TeX", "TeX" }, { "BibTeX", "BibTeX" }, { "quad", " " }, { "qquad", " " },
  { "newline", " " }, { "nobreakspace", " " }, { "space", " " }, { "times", "×" }, { "pm", "±" }, { "to", "→" },
  { "rightarrow", "→" }, { "leq", "≤" }, { "le", "≤" }, { "geq", "≥" }, { "ge", "≥" }, { "sim", "∼" },
  { "approx", "≈" }, { "infty", "∞" }, { "circ", "°" }, { "cdot", "·" }, { "alpha", "α" }, { "beta", "β" },
  { "gamma", "γ" }, { "delta", "δ" }, { "epsilon", "ε" }, { "lambda", "λ" }, { "mu", "μ" }, { "pi", "π" },
  { "sigma", "σ" }, { "omega", "ω" }, { "Delta", "Δ" }, { "Omega", "Ω" },
};

static gunichar
find_accent (char command)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      return accents[i].mark;

  return 0;
}

static const char *
find_symbol (const char *command,
             gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strlen (symbols[i].command) == length && strncmp (symbols[i].command, command, length) == 0)
      return symbols[i].text;

  return NULL;
}

static gsize
measure_command (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalpha (p[length]))
    length++;

  return length;
}

/* The accent that begins at @p, after its backslash; 0 where none does. */
static gunichar
accent_at (const char *p)
{
  gsize length = measure_command (p);

  return length <= 1 ? find_accent (*p) : 0;
}

static const char *
skip_to_letter (const char *p)
{
  return p + strspn (p, " \t\n{");
}

/* The letter under one or more accents; a dotless i or j gets its dot back, as Unicode wants it. */
static const char *
take_accented (const char *p,
               GString    *text)
{
  const char *first = p;
  gunichar marks[4];
  guint n_marks = 0;

  do
    {
      marks[n_marks++] = accent_at (p);
      p = skip_to_letter (p + 1);
    }
  while (n_marks < G_N_ELEMENTS (marks) && *p == '\\' && accent_at (p + 1) != 0 && p++);

  if (*p == '\\')
    {
      gsize length = measure_command (p + 1);
      const char *symbol = find_symbol (p + 1, length);

      if (symbol == NULL)
        return p;
      g_string_append (text, strcmp (symbol, "ı") == 0 ? "i" : strcmp (symbol, "ȷ") == 0 ? "j" : symbol);
      p += 1 + length;
    }
  else if (*p == '}' || *p == '\0')
    {
      if (!g_ascii_isalpha (*first))
        g_string_append_c (text, *first);
      return p;
    }
  else
    {
      g_string_append_unichar (text, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  while (n_marks > 0)
    g_string_append_unichar (text, marks[--n_marks]);

  return p;
}

/* What is in braces at @p is left out. */
static const char *
skip_group (const char *p)
{
  guint depth = 0;

  if (*p != '{')
    return p;

  for (; *p != '\0'; p++)
    {
      depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
      if (depth == 0)
        return p + 1;
    }

  return p;
}

/* After a backslash. Of a command that it does not know, the words it is about stay. */
static const char *
take_command (const char *p,
              GString    *text)
{
  gsize length = measure_command (p);
  const char *symbol;

  if (*p == '\0')
    return p;
  if (accent_at (p) != 0)
    return take_accented (p, text);

  if (length > 0)
    {
      symbol = find_symbol (p, length);
      if (symbol != NULL)
        g_string_append (text, symbol);
      if (length == strlen ("href") && strncmp (p, "href", length) == 0)
        return skip_group (p + length);
      return p + length + strspn (p + length, " \t\n");
    }

  if (strchr (" \t\n,;:\\", *p) != NULL)
    g_string_append_c (text, ' ');
  else if (strchr ("!-/@+()[]", *p) == NULL)
    {
      g_string_append_unichar (text, g_utf8_get_char (p));
      return g_utf8_next_char (p);
    }

  return p + 1;
}

/* Dashes and quotation marks, which are typed as runs of one character. */
static const char *
take_run (const char *p,
          GString    *text)
{
  gsize length = strspn (p, (char[]) { *p, '\0' });

  switch (*p)
    {
    case '-':
      g_string_append (text, length > 2 ? "—" : length == 2 ? "–" : "-");
      return p + MIN (length, 3);

    case '`':
      g_string_append (text, length > 1 ? "“" : "‘");
      return p + MIN (length, 2);

    default:
      g_string_append (text, length > 1 ? "”" : "'");
      return p + MIN (length, 2);
    }
}

/**
 * telaah_latex_to_text:
 * @latex: as it stands in a bibliography
 *
 * Returns: (transfer full): the same in Unicode, without commands and braces
 */
char *
telaah_latex_to_text (const char *latex)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean math = FALSE;

  for (const char *p = latex; *p != '\0';)
    {
      if (*p == '\\')
        p = take_command (p + 1, text);
      else if (*p == '-' || *p == '`' || *p == '\'')
        p = take_run (p, text);
      else
        {
          math ^= *p == '$';
          if (*p == '~' || strchr ("\t\n", *p) != NULL)
            g_string_append_c (text, ' ');
          else if (strchr ("{}$", *p) == NULL && !(math && (*p == '^' || *p == '_')))
            g_string_append_c (text, *p);
          p++;
        }
    }

  g_strstrip (text->str);
  return g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
}

/**
 * telaah_latex_to_address:
 * @latex: a web address or a DOI, where a tilde, a dash and a percent sign are what they are
 *
 * Returns: (transfer full): it, without escapes and braces
 */
char *
telaah_latex_to_address (const char *latex)
{
  GString *text = g_string_new (NULL);

  for (const char *p = latex; *p != '\0'; p++)
    {
      gsize length = *p == '\\' ? measure_command (p + 1) : 0;

      if (g_str_has_prefix (p, "$\\sim$"))
        {
          g_string_append_c (text, '~');
          p += strlen ("$\\sim$") - 1;
        }
      else if (length > 0)
        {
          const char *symbol = find_symbol (p + 1, length);

          g_string_append (text, symbol != NULL ? symbol : "");
          p += length;
        }
      else if (*p == '\\' && p[1] != '\0')
        {
          p++;
          if (strchr ("-/", *p) == NULL)
            g_string_append_c (text, *p);
        }
      else if (strchr ("{}\\ \t\n", *p) == NULL)
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

/**
 * telaah_latex_from_text:
 *
 * Returns: (transfer full): @text as the value of a field, to stand in braces: balanced, and read back as it was
 */
char *
telaah_latex_from_text (const char *text)
{
  GString *latex = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      char before = p > text ? p[-1] : '\0';

      if (strchr ("&%$#_", *p) != NULL)
        g_string_append_printf (latex, "\\%c", *p);
      else if (*p == '{')
        g_string_append (latex, "\\textbraceleft{}");
      else if (*p == '}')
        g_string_append (latex, "\\textbraceright{}");
      else if (*p == '~')
        g_string_append (latex, "\\textasciitilde{}");
      else if (*p == '^')
        g_string_append (latex, "\\textasciicircum{}");
      else if (*p == '\\')
        g_string_append (latex, "\\textbackslash{}");
      else if (*p == '`')
        g_string_append (latex, "\\textasciigrave{}");
      else if ((*p == '-' || *p == '\'') && before == *p)
        g_string_append_printf (latex, "{}%c", *p);
      else
        g_string_append_c (latex, *p);
    }

  return g_string_free (latex, FALSE);
}
