/* A hit with its sentence, or the heading above hits: what a row of the search holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-row.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-row.h"
#include "app/reader/telaah-theme-dot.h"
#include "app/search/telaah-search-snippet.h"

/* Themes with a dot: as many as find room beside the lines; of more, their names alone. */
#define MOST_DOTS 3

struct _TelaahSearchRow
{
  GtkWidget  parent_instance;

  char      *id;       /* of the item that is shown */
  gboolean   quiet;    /* the check is being set, not made */

  GtkWidget *section;  /* above the first hit of one */
  GtkWidget *line;     /* all that follows */
  GtkWidget *arrow;    /* of a group */
  GtkWidget *dots;     /* of a hit, in its place */
  GtkWidget *words;
  GtkWidget *count;    /* of a group */
  GtkWidget *about;    /* a line below the words */
  GtkWidget *place;
  GtkWidget *badge;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (TelaahSearchRow, telaah_search_row, GTK_TYPE_WIDGET)

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Levels ---- */

/* How the words were found; NULL where that needs no word. */
static const char *
get_level_name (TelaahLevel level)
{
  switch (level)
    {
    case TELAAH_LEVEL_STEM:
      return _("other form");

    case TELAAH_LEVEL_SYNONYM:
      return _("synonym");

    case TELAAH_LEVEL_FUZZY:
      return _("misspelt");

    case TELAAH_LEVEL_EXACT:
    case TELAAH_LEVEL_FOLD:
    case TELAAH_LEVEL_REGEX:
    default:
      return NULL;
    }
}

static const char *
get_level_words (TelaahLevel level)
{
  switch (level)
    {
    case TELAAH_LEVEL_STEM:
      return _("Another form of a word that you look for");

    case TELAAH_LEVEL_SYNONYM:
      return _("A word of the same group of synonyms");

    case TELAAH_LEVEL_FUZZY:
      return _("Written nearly as what you look for");

    case TELAAH_LEVEL_EXACT:
    case TELAAH_LEVEL_FOLD:
    case TELAAH_LEVEL_REGEX:
    default:
      return NULL;
    }
}

/* ---- The widget ---- */

static void
toggled_cb (TelaahSearchRow *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[TOGGLED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
telaah_search_row_dispose (GObject *object)
{
  TelaahSearchRow *self = TELAAH_SEARCH_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (telaah_search_row_parent_class)->dispose (object);
}

static void
telaah_search_row_class_init (TelaahSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_search_row_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "searchrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
init_about (TelaahSearchRow *self)
{
  self->about = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->about, "about");
  self->badge = new_label ("badge");
  self->place = new_label ("dim-label");
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_box_append (GTK_BOX (self->about), self->badge);
  gtk_box_append (GTK_BOX (self->about), self->place);
}

static void
telaah_search_row_init (TelaahSearchRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->section = new_label ("section");
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->line, "line");
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->arrow = gtk_image_new ();
  gtk_widget_add_css_class (self->arrow, "arrow");
  gtk_box_append (GTK_BOX (self->line), self->arrow);

  self->dots = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->dots, "dots");
  gtk_widget_set_valign (self->dots, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->line), self->dots);

  self->words = new_label ("words");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), self->words);
  init_about (self);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->line), box);

  self->count = new_label ("dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self->line), self->count);

  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->check, "choose");
  gtk_box_append (GTK_BOX (self->line), self->check);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
telaah_search_row_new (void)
{
  return g_object_new (TELAAH_TYPE_SEARCH_ROW, NULL);
}

/* ---- What it shows ---- */

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static const char *
get_group_name (TelaahHitTexts         *texts,
                const TelaahSearchItem *item)
{
  TelaahSource *source;

  if (item->place == TELAAH_PLACE_NOTE)
    return _("Notes");
  if (item->place == TELAAH_PLACE_SUMMARY)
    return _("Summaries");

  source = telaah_session_find_source (telaah_hit_texts_get_session (texts), item->hit->source);

  return source != NULL ? telaah_source_get_name (source) : "";
}

static void
show_group (TelaahSearchRow        *self,
            TelaahHitTexts         *texts,
            const TelaahSearchItem *item)
{
  const char *name = get_group_name (texts, item);
  g_autofree char *count = g_strdup_printf ("%'u", item->n);
  g_autofree char *label = g_strdup_printf (ngettext ("%s, %u hit", "%s, %u hits", item->n), name, item->n);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), item->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_label_set_text (GTK_LABEL (self->words), name);
  gtk_widget_set_tooltip_text (self->words, name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  telaah_row_set_label (GTK_WIDGET (self), label);
}

static void
show_section (TelaahSearchRow *self,
              const char      *section)
{
  /* Translators: the heading of the section that a passage stands in */
  g_autofree char *words = section != NULL ? g_strdup_printf (_("§ %s"), section) : NULL;

  gtk_label_set_text (GTK_LABEL (self->section), words != NULL ? words : "");
  gtk_widget_set_visible (self->section, section != NULL);
}

/* Of the themes that the words have already. Returns their names. */
static char *
show_themes (TelaahSearchRow *self,
             TelaahHitTexts  *texts,
             const TelaahHit *hit)
{
  TelaahSession *session = telaah_hit_texts_get_session (texts);
  g_autoptr(GPtrArray) themes = telaah_hit_texts_dup_themes (texts, hit);
  GString *names = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->dots)) != NULL)
    gtk_box_remove (GTK_BOX (self->dots), child);

  for (guint i = 0; i < themes->len; i++)
    {
      TelaahTheme *theme = telaah_session_find_theme (session, themes->pdata[i]);

      if (theme == NULL)
        continue;
      if (i < MOST_DOTS)
        gtk_box_append (GTK_BOX (self->dots), telaah_theme_dot_new (telaah_session_get_color (session,
                                                                                              themes->pdata[i])));
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", telaah_theme_fields (theme)->name);
    }

  gtk_widget_set_tooltip_text (self->dots, names->len > 0 ? names->str : NULL);

  return g_string_free (names, FALSE);
}

static void
show_words (TelaahSearchRow *self,
            TelaahHitTexts  *texts,
            const TelaahHit *hit,
            guint            room)
{
  TelaahSpan window;
  g_autofree char *sentence = telaah_hit_texts_dup_sentence (texts, hit, &window);
  g_autofree TelaahSpan *parts = g_new (TelaahSpan, hit->n_parts);
  g_autoptr(PangoAttrList) attributes = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < hit->n_parts; i++)
    parts[i] = (TelaahSpan) {
      MAX (hit->parts[i].start, window.start) - window.start, MAX (hit->parts[i].end, window.start) - window.start,
    };

  words = telaah_search_snippet_dup (sentence, parts, hit->n_parts, room, &attributes);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_attributes (GTK_LABEL (self->words), attributes);
  gtk_widget_set_tooltip_text (self->words, NULL);
}

static void
show_hit (TelaahSearchRow *self,
          TelaahHitTexts  *texts,
          const TelaahHit *hit,
          guint            room)
{
  const char *level = get_level_name (hit->level);
  g_autofree char *place = telaah_hit_texts_dup_place (texts, hit);
  g_autofree char *themes = show_themes (self, texts, hit);
  g_autoptr(GString) label = NULL;

  show_words (self, texts, hit, room);
  gtk_label_set_text (GTK_LABEL (self->badge), level != NULL ? level : "");
  gtk_widget_set_tooltip_text (self->badge, get_level_words (hit->level));
  gtk_widget_set_visible (self->badge, level != NULL);
  gtk_label_set_text (GTK_LABEL (self->place), place != NULL ? place : "");
  gtk_widget_set_visible (self->about, level != NULL || place != NULL);

  label = g_string_new (gtk_label_get_text (GTK_LABEL (self->words)));
  if (level != NULL)
    g_string_append_printf (label, ", %s", level);
  if (place != NULL)
    g_string_append_printf (label, ", %s", place);
  if (*themes != '\0')
    g_string_append_printf (label, ", %s", themes);
  telaah_row_set_label (GTK_WIDGET (self), label->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose"), -1);
}

/* @room: about what two lines take, in code points */
void
telaah_search_row_show (TelaahSearchRow        *self,
                        TelaahHitTexts         *texts,
                        const TelaahSearchItem *item,
                        guint                   room)
{
  gboolean group, hit;

  g_return_if_fail (TELAAH_IS_SEARCH_ROW (self));

  group = item->kind == TELAAH_SEARCH_ITEM_GROUP;
  hit = item->kind == TELAAH_SEARCH_ITEM_HIT;
  g_free (self->id);
  self->id = g_strdup (item->id);
  set_class (GTK_WIDGET (self), "group", group);
  set_class (GTK_WIDGET (self), "hit", hit);
  gtk_widget_set_visible (self->arrow, group);
  gtk_widget_set_visible (self->dots, hit);
  gtk_widget_set_visible (self->count, group);
  gtk_widget_set_visible (self->check, hit);
  gtk_label_set_lines (GTK_LABEL (self->words), hit ? 2 : 1);
  gtk_label_set_wrap (GTK_LABEL (self->words), hit);

  show_section (self, item->section);
  if (hit)
    {
      show_hit (self, texts, item->hit, room);
      return;
    }

  gtk_widget_set_visible (self->about, FALSE);
  gtk_label_set_attributes (GTK_LABEL (self->words), NULL);
  show_group (self, texts, item);
}

/* Borrowed; NULL: nothing was shown yet. */
const char *
telaah_search_row_get_id (TelaahSearchRow *self)
{
  return self->id;
}

void
telaah_search_row_set_chosen (TelaahSearchRow *self,
                              gboolean         chosen)
{
  g_return_if_fail (TELAAH_IS_SEARCH_ROW (self));

  self->quiet = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  set_class (GTK_WIDGET (self), "chosen", chosen);
  self->quiet = FALSE;
}
