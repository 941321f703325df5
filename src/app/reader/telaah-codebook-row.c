/* One theme as a row of the codebook: colour, name, digit, description, counts, and a menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-codebook-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-card-note.h"
#include "app/reader/telaah-palette.h"
#include "app/reader/telaah-row.h"
#include "app/reader/telaah-swatch.h"
#include "app/telaah-color.h"

#define INDENT 18      /* pixels a level */
#define MOST_DEPTH 6

#define THEME_COLUMN 160   /* points */

struct _TelaahCodebookRow
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  char             *theme;       /* NULL: none */
  GtkWidget        *description; /* TelaahCardNote */
  GtkWidget        *entry;       /* in place of the name, while this is written; or NULL */
  gboolean          given_up;    /* what is in it is not wanted */

  /* From the template. */
  AdwClamp         *theme_column;
  GtkWidget        *indent;
  GtkMenuButton    *color;
  TelaahSwatch     *swatch;
  GtkBox           *name_box;
  GtkLabel         *name;
  GtkLabel         *digit;
  GtkLabel         *unused;
  GtkBox           *description_slot;
  GtkLabel         *passages;
  GtkLabel         *sources;
  GtkLabel         *notes;
  GtkMenuButton    *menu;
};

G_DEFINE_FINAL_TYPE (TelaahCodebookRow, telaah_codebook_row, GTK_TYPE_WIDGET)

enum { CHANGE, WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const TelaahThemeFields *
get_fields (TelaahCodebookRow *self)
{
  TelaahTheme *theme = self->theme != NULL ? telaah_session_find_theme (self->session, self->theme) : NULL;

  return theme != NULL ? telaah_theme_fields (theme) : NULL;
}

static void
change (TelaahCodebookRow *self,
        const char        *key,
        const char        *value)
{
  g_autofree char *theme = g_strdup (self->theme), *kept = g_strdup (value);

  if (theme != NULL)
    g_signal_emit (self, signals[CHANGE], 0, theme, key, kept);
}

/* ---- Name ---- */

static void
end_naming (TelaahCodebookRow *self)
{
  const TelaahThemeFields *f = get_fields (self);
  GtkWidget *entry = g_steal_pointer (&self->entry);
  g_autofree char *name = NULL;

  if (entry == NULL)
    return;

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gtk_box_remove (self->name_box, entry);
  gtk_widget_set_visible (GTK_WIDGET (self->name), TRUE);
  if (!self->given_up && f != NULL && g_strcmp0 (name, f->name) != 0)
    change (self, "name", name);
}

static gboolean
end_naming_idle_cb (gpointer user_data)
{
  end_naming (user_data);

  return G_SOURCE_REMOVE;
}

/* Not while it is losing the focus. */
static void
name_left_cb (TelaahCodebookRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, end_naming_idle_cb, g_object_ref (self), g_object_unref);
}

static void
name_activate_cb (TelaahCodebookRow *self)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static gboolean
name_key_cb (TelaahCodebookRow *self,
             guint              keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  self->given_up = TRUE;
  name_activate_cb (self);
  return GDK_EVENT_STOP;
}

static void
name_pressed_cb (TelaahCodebookRow *self,
                 int                n_press)
{
  if (n_press != 2)
    return;

  g_signal_emit (self, signals[WANTED], 0, self->theme);
  telaah_codebook_row_rename (self);
}

/* ---- Description ---- */

static void
commit_cb (TelaahCodebookRow *self,
           const char        *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  change (self, "description", words);
}

static void
end_describing (TelaahCodebookRow *self)
{
  telaah_card_note_set_editing (TELAAH_CARD_NOTE (self->description), FALSE);
}

static void
done_cb (TelaahCodebookRow *self)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static gboolean
leave_idle_cb (gpointer user_data)
{
  TelaahCodebookRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->description != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, self->description)))
    end_describing (self);

  return G_SOURCE_REMOVE;
}

static void
leave_cb (TelaahCodebookRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_idle_cb, g_object_ref (self), g_object_unref);
}

static void
describe_released_cb (GtkGestureClick   *gesture,
                      int                n_press,
                      double             x,
                      double             y,
                      TelaahCodebookRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[WANTED], 0, self->theme);
  telaah_codebook_row_describe (self);
}

/* ---- Colour and menu ---- */

static void
chosen_cb (TelaahCodebookRow *self,
           const char        *color)
{
  g_autofree char *kept = g_strdup (color);

  gtk_menu_button_popdown (self->color);
  change (self, "color", kept);
}

static void
make_palette_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  TelaahCodebookRow *self = user_data;
  const TelaahThemeFields *f = get_fields (self);
  TelaahTheme *above = f != NULL ? telaah_session_find_theme (self->session, f->parent) : NULL;
  GtkWidget *popover = gtk_popover_new (), *palette;

  palette = telaah_palette_new (f != NULL ? f->color : NULL, above != NULL ? telaah_theme_fields (above)->name : NULL,
                                above != NULL ? telaah_session_get_color (self->session, f->parent) : NULL);
  g_signal_connect_object (palette, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), palette);
  gtk_menu_button_set_popover (button, popover);
}

static void
active_cb (TelaahCodebookRow *self,
           GParamSpec        *pspec,
           GtkMenuButton     *button)
{
  gboolean active;

  g_object_get (button, "active", &active, NULL);
  if (active && self->theme != NULL)
    g_signal_emit (self, signals[WANTED], 0, self->theme);
}

/* ---- The widget ---- */

static void
telaah_codebook_row_dispose (GObject *object)
{
  TelaahCodebookRow *self = TELAAH_CODEBOOK_ROW (object);
  GtkWidget *child;

  self->description = NULL;
  self->entry = NULL;
  g_clear_pointer (&self->theme, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CODEBOOK_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_codebook_row_parent_class)->dispose (object);
}

static void
telaah_codebook_row_class_init (TelaahCodebookRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_codebook_row_dispose;

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TELAAH_TYPE_SWATCH);
  gtk_widget_class_set_css_name (widget_class, "codebookrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-codebook-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, theme_column);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, indent);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, color);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, name_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, name);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, digit);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, unused);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, description_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, passages);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, sources);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, notes);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebookRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

/* As wide as the column's head, however long the name is: what the style sheet has as its width, in points. */
static void
init_theme_column (TelaahCodebookRow *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  adw_clamp_set_maximum_size (self->theme_column, THEME_COLUMN * (dpi > 0 ? dpi / 1024.0 : 96) / 72);
  adw_clamp_set_tightening_threshold (self->theme_column, adw_clamp_get_maximum_size (self->theme_column));
}

static void
telaah_codebook_row_init (TelaahCodebookRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  init_theme_column (self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (name_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name), GTK_EVENT_CONTROLLER (press));
  gtk_menu_button_set_create_popup_func (self->color, make_palette_cb, self, NULL);

  self->description = telaah_card_note_new (NULL);
  telaah_card_note_set_names (TELAAH_CARD_NOTE (self->description), _("Description"),
                              _("When to use it, when not"));
  gtk_widget_set_hexpand (self->description, TRUE);
  gtk_box_append (self->description_slot, self->description);
  g_signal_connect_swapped (self->description, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (self->description, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->description, focus);
  g_signal_connect (click, "released", G_CALLBACK (describe_released_cb), self);
  gtk_widget_add_controller (self->description, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
telaah_codebook_row_new (GMenuModel *menu)
{
  TelaahCodebookRow *self = g_object_new (TELAAH_TYPE_CODEBOOK_ROW, NULL);

  gtk_menu_button_set_menu_model (self->menu, menu);

  return GTK_WIDGET (self);
}

static void
show_color (TelaahCodebookRow       *self,
            const TelaahThemeFields *f)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GdkRGBA color;

  telaah_color_for_style (telaah_session_get_color (self->session, f->id), adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), &color);
  telaah_swatch_set (self->swatch, &color, f->color == NULL);
}

static void
show_count (GtkLabel   *label,
            guint       n,
            const char *words)
{
  g_autofree char *count = g_strdup_printf ("%'u", n);

  gtk_label_set_text (label, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), words);
}

static void
show_counts (TelaahCodebookRow        *self,
             const TelaahCodebookLine *line)
{
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", line->n_passages),
                                               line->n_passages);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", line->n_sources), line->n_sources);
  g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", line->n_notes), line->n_notes);
  g_autofree char *label = g_strjoin (", ", line->path, passages, sources, notes, NULL);

  show_count (self->passages, line->n_passages, passages);
  show_count (self->sources, line->n_sources, sources);
  show_count (self->notes, line->n_notes, notes);
  telaah_row_set_label (GTK_WIDGET (self), label);
}

/**
 * telaah_codebook_row_show:
 * @line: (nullable): %NULL: none. What is being typed about the same theme stays
 * @tree: as deep as it stands in the tree; else with the path to it
 */
void
telaah_codebook_row_show (TelaahCodebookRow  *self,
                          TelaahSession      *session,
                          TelaahCodebookLine *line,
                          gboolean            tree)
{
  const TelaahThemeFields *f = line != NULL ? telaah_theme_fields (line->theme) : NULL;
  g_autofree char *digit = f != NULL ? g_strdup_printf ("%u", f->digit) : NULL;

  g_return_if_fail (TELAAH_IS_CODEBOOK_ROW (self));

  if (self->theme != NULL && (f == NULL || g_strcmp0 (f->id, self->theme) != 0))
    {
      end_naming (self);
      end_describing (self);
    }

  g_set_object (&self->session, session);
  g_free (self->theme);
  self->theme = f != NULL ? g_strdup (f->id) : NULL;
  if (f == NULL)
    return;

  gtk_widget_set_size_request (self->indent, tree ? INDENT * MIN (f->depth, MOST_DEPTH) : 0, -1);
  gtk_label_set_text (self->name, f->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), line->path);
  gtk_label_set_text (self->digit, digit);
  gtk_widget_set_visible (GTK_WIDGET (self->digit), f->digit > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unused), line->unused);
  telaah_card_note_set_text (TELAAH_CARD_NOTE (self->description), f->description != NULL ? f->description : "", NULL);
  show_color (self, f);
  show_counts (self, line);
}

/* Without its last columns. */
void
telaah_codebook_row_set_narrow (TelaahCodebookRow *self,
                                gboolean           narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sources), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), !narrow);
}

/* ---- What a key asks for ---- */

void
telaah_codebook_row_rename (TelaahCodebookRow *self)
{
  const TelaahThemeFields *f = get_fields (self);
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  if (self->entry != NULL || f == NULL)
    return;

  self->given_up = FALSE;
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), f->name);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (name_activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (name_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (name_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  gtk_box_insert_child_after (self->name_box, self->entry, GTK_WIDGET (self->name));
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  gtk_widget_grab_focus (self->entry);
}

void
telaah_codebook_row_describe (TelaahCodebookRow *self)
{
  telaah_card_note_edit (TELAAH_CARD_NOTE (self->description));
}

void
telaah_codebook_row_recolor (TelaahCodebookRow *self)
{
  gtk_menu_button_popup (self->color);
}

void
telaah_codebook_row_popup (TelaahCodebookRow *self)
{
  gtk_menu_button_popup (self->menu);
}

gboolean
telaah_codebook_row_flush (TelaahCodebookRow *self)
{
  return telaah_card_note_flush (TELAAH_CARD_NOTE (self->description));
}
