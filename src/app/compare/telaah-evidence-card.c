/* One piece of evidence: the quote within its context, what was noted on it, and the way to its text. One card shows
 * one passage after another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-evidence-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-ink.h"
#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-row.h"

/* Pixels: the edge that shows the theme, and the corners of a card in libadwaita's style. */
#define EDGE   4
#define RADIUS 12

/* Lines of one quote; a whole chapter may be tagged. More code points than those can show. */
#define MOST_LINES    14
#define MOST_OF_QUOTE 1200

/* What a screen reader says of it. */
#define MOST_OF_NAME 200

struct _TelaahEvidenceCard
{
  GtkWidget      parent_instance;

  TelaahPassage *passage;
  char           hex[8];      /* colour of its theme, #rrggbb */

  GtkWidget     *badges;
  GtkWidget     *new_badge;
  GtkWidget     *pin_badge;
  GtkWidget     *quote;
  GtkWidget     *notes;
  GtkWidget     *place;
  GtkWidget     *open;
  GtkWidget     *menu;
};

G_DEFINE_FINAL_TYPE (TelaahEvidenceCard, telaah_evidence_card, GTK_TYPE_WIDGET)

/* ---- Context ---- */

/**
 * telaah_context_dup_before:
 * @prefix: (nullable): the code points before a quote, as many as are kept
 *
 * Returns: (transfer full): the whole words of them that stand in the same paragraph, after "…" where there are more
 */
char *
telaah_context_dup_before (const char *prefix)
{
  const char *line = prefix != NULL ? strrchr (prefix, '\n') : NULL;
  const char *start = line != NULL ? line + 1 : prefix;
  gboolean cut = prefix != NULL && line == NULL && g_utf8_strlen (prefix, -1) >= TELAAH_PASSAGE_CONTEXT;

  if (start == NULL)
    return g_strdup ("");

  /* The first word may be cut in two. */
  while (cut && *start != '\0' && !g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  return cut ? g_strconcat ("…\u00a0", start, NULL) : g_strdup (start);
}

/* The same for what comes after. */
char *
telaah_context_dup_after (const char *suffix)
{
  const char *line = suffix != NULL ? strchr (suffix, '\n') : NULL;
  const char *end;

  if (suffix == NULL || *suffix == '\0' || line == suffix)
    return g_strdup ("");

  if (line != NULL)
    return g_strndup (suffix, line - suffix);

  if (g_utf8_strlen (suffix, -1) < TELAAH_PASSAGE_CONTEXT)
    return g_strdup (suffix);

  end = suffix + strlen (suffix);
  while (end > suffix && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  while (end > suffix && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strdup_printf ("%.*s\u00a0…", (int) (end - suffix), suffix);
}

/* ---- What it shows ---- */

static void
add_dim (PangoAttrList *attributes,
         guint          start,
         guint          end)
{
  GdkRGBA ink = { 0, 0, 0, 1 };
  PangoAttribute *dim;

  telaah_ink_dim (&ink);
  dim = pango_attr_foreground_alpha_new (ink.alpha * G_MAXUINT16);
  dim->start_index = start;
  dim->end_index = end;
  pango_attr_list_insert (attributes, dim);
}

static void
show_quote (TelaahEvidenceCard *self)
{
  const TelaahPassageFields *f = telaah_passage_fields (self->passage);
  g_autofree char *before = telaah_context_dup_before (f->prefix);
  g_autofree char *start = telaah_text_dup_start (f->quote, MOST_OF_QUOTE);
  gboolean whole = strlen (start) == strlen (f->quote);
  g_autofree char *after = whole ? telaah_context_dup_after (f->suffix) : g_strdup ("…");
  g_autofree char *text = g_strconcat (before, start, after, NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  add_dim (attributes, 0, strlen (before));
  add_dim (attributes, strlen (text) - strlen (after), strlen (text));
  gtk_label_set_text (GTK_LABEL (self->quote), text);
  gtk_label_set_attributes (GTK_LABEL (self->quote), attributes);
}

static GtkWidget *
note_new (TelaahNote *note)
{
  GtkWidget *label = gtk_label_new (telaah_note_fields (note)->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "note");

  return label;
}

static void
show_notes (TelaahEvidenceCard *self)
{
  GPtrArray *notes = telaah_passage_get_notes (self->passage);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notes)) != NULL)
    gtk_box_remove (GTK_BOX (self->notes), child);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    gtk_box_append (GTK_BOX (self->notes), note_new (notes->pdata[i]));

  gtk_widget_set_visible (self->notes, notes != NULL && notes->len > 0);
}

/* Whose tag it is says nothing where there is one coder. */
static char *
dup_place (TelaahEvidenceCard       *self,
           TelaahSession            *session,
           const TelaahEvidenceLook *look,
           const char               *theme)
{
  const char *coder = telaah_passage_fields (self->passage)->coder;
  GString *words = g_string_new (look->place);

  if (theme != NULL && !look->own_theme)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", theme);
  if (g_strcmp0 (coder, telaah_session_get_coder (session)) != 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", coder);

  return g_string_free (words, FALSE);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *passage)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", passage);
  g_menu_append_item (menu, item);
}

static void
show_menu (TelaahEvidenceCard       *self,
           const TelaahEvidenceLook *look)
{
  const char *id = telaah_passage_fields (self->passage)->id;
  g_autoptr(GMenu) menu = g_menu_new (), order = g_menu_new (), keep = g_menu_new ();

  append_item (menu, _("_Open in Text"), "evidence.open", id);

  if (!look->hidden)
    {
      append_item (order, _("Move _Up"), "evidence.up", id);
      append_item (order, _("Move _Down"), "evidence.down", id);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
    }

  if (look->hidden)
    append_item (keep, _("_Bring Back"), "evidence.show", id);
  else if (look->pinned)
    append_item (keep, _("Un_pin"), "evidence.unpin", id);
  else
    append_item (keep, _("_Hide from This Cell"), "evidence.hide", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keep));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
}

static void
show_name (TelaahEvidenceCard       *self,
           const TelaahEvidenceLook *look,
           const char               *place)
{
  g_autofree char *quote = telaah_card_dup_line (telaah_passage_fields (self->passage)->quote, MOST_OF_NAME);
  GString *name = g_string_new (NULL);
  GtkWidget *row;

  if (look->hidden)
    g_string_append_printf (name, "%s, ", C_("passage", "hidden"));
  if (look->is_new)
    g_string_append_printf (name, "%s, ", C_("passage", "new"));
  if (look->pinned)
    g_string_append_printf (name, "%s, ", C_("passage", "pinned"));
  g_string_append (name, quote);
  if (*place != '\0')
    g_string_append_printf (name, ", %s", place);

  row = gtk_widget_get_ancestor (GTK_WIDGET (self), TELAAH_TYPE_ROW);
  if (row != NULL)
    telaah_row_set_label (telaah_row_get_content (TELAAH_ROW (row)), name->str);
  g_string_free (name, TRUE);
}

/* @passage: (nullable): %NULL: none for now */
void
telaah_evidence_card_show (TelaahEvidenceCard       *self,
                           TelaahSession            *session,
                           TelaahPassage            *passage,
                           const TelaahEvidenceLook *look)
{
  TelaahTheme *theme;
  g_autofree char *place = NULL;
  const char *id;

  g_return_if_fail (TELAAH_IS_EVIDENCE_CARD (self));

  g_set_object (&self->passage, passage);
  if (passage == NULL)
    return;

  id = telaah_passage_fields (passage)->id;
  theme = look->theme != NULL ? telaah_session_find_theme (session, look->theme) : NULL;
  place = dup_place (self, session, look, theme != NULL ? telaah_theme_fields (theme)->name : NULL);
  g_strlcpy (self->hex, look->theme != NULL ? telaah_session_get_color (session, look->theme) : "#5E5C64",
             sizeof self->hex);

  show_quote (self);
  show_notes (self);
  show_menu (self, look);
  show_name (self, look, place);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_widget_set_tooltip_text (self->place, place);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", id);
  gtk_widget_set_visible (self->new_badge, look->is_new);
  gtk_widget_set_visible (self->pin_badge, look->pinned);
  gtk_widget_set_visible (self->badges, look->is_new || look->pinned);

  if (look->hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hidden-evidence");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hidden-evidence");

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TelaahPassage *
telaah_evidence_card_get_passage (TelaahEvidenceCard *self)
{
  g_return_val_if_fail (TELAAH_IS_EVIDENCE_CARD (self), NULL);

  return self->passage;
}

/* What one can do with it. */
void
telaah_evidence_card_popup (TelaahEvidenceCard *self)
{
  g_return_if_fail (TELAAH_IS_EVIDENCE_CARD (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}

/* ---- The widget ---- */

static void
telaah_evidence_card_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GskRoundedRect outline;
  GdkRGBA ink;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  telaah_ink_from_color (TELAAH_EVIDENCE_CARD (widget)->hex, &ink);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (mirrored ? width - EDGE : 0, 0, EDGE, height));
  gtk_snapshot_pop (snapshot);

  GTK_WIDGET_CLASS (telaah_evidence_card_parent_class)->snapshot (widget, snapshot);
}

static void
telaah_evidence_card_dispose (GObject *object)
{
  TelaahEvidenceCard *self = TELAAH_EVIDENCE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->passage);

  G_OBJECT_CLASS (telaah_evidence_card_parent_class)->dispose (object);
}

static void
telaah_evidence_card_class_init (TelaahEvidenceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_evidence_card_dispose;
  widget_class->snapshot = telaah_evidence_card_snapshot;

  gtk_widget_class_set_css_name (widget_class, "evidencecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_badges (TelaahEvidenceCard *self)
{
  self->badges = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->badges, "badges");
  gtk_widget_set_parent (self->badges, GTK_WIDGET (self));

  self->new_badge = gtk_label_new (C_("passage", "new"));
  gtk_widget_add_css_class (self->new_badge, "badge");
  gtk_box_append (GTK_BOX (self->badges), self->new_badge);

  self->pin_badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_box_append (GTK_BOX (self->pin_badge), gtk_image_new_from_icon_name ("view-pin-symbolic"));
  gtk_box_append (GTK_BOX (self->pin_badge), gtk_label_new (C_("passage", "pinned")));
  gtk_widget_add_css_class (self->pin_badge, "pin");
  gtk_box_append (GTK_BOX (self->badges), self->pin_badge);
}

static void
add_quote (TelaahEvidenceCard *self)
{
  self->quote = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->quote), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->quote), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->quote), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->quote), MOST_LINES);
  gtk_label_set_xalign (GTK_LABEL (self->quote), 0);
  gtk_widget_add_css_class (self->quote, "quote");
  gtk_widget_set_parent (self->quote, GTK_WIDGET (self));

  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->notes, GTK_WIDGET (self));
}

/* Under the quote: where it is from, and the buttons. */
static void
add_foot (TelaahEvidenceCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->place = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->place), 0);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->place, "caption");
  gtk_widget_add_css_class (self->place, "dim-label");

  self->open = gtk_button_new_with_label (C_("passage", "Open"));
  gtk_widget_set_tooltip_text (self->open, _("Open in Text"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "evidence.open");
  gtk_widget_add_css_class (self->open, "flat");
  gtk_widget_add_css_class (self->open, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open in Text"), -1);

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _("Order and Hide"));
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order and Hide"), -1);

  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), self->open);
  gtk_box_append (GTK_BOX (box), self->menu);
  gtk_widget_add_css_class (box, "foot");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
telaah_evidence_card_init (TelaahEvidenceCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  add_badges (self);
  add_quote (self);
  add_foot (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_evidence_card_new (void)
{
  return g_object_new (TELAAH_TYPE_EVIDENCE_CARD, NULL);
}
