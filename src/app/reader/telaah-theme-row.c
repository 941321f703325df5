/* One theme as a row of the sidebar's tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-row.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-swatch.h"

/* Pixels a level: the dot of a theme stands below the first letter of the one above. Deeper ones keep to the last,
 * or their names would have no room. */
#define INDENT     19
#define MOST_DEPTH 5

struct _TelaahThemeRow
{
  GtkListBoxRow  parent_instance;

  TelaahTheme   *theme;        /* or NULL */
  GtkWidget     *entry;        /* while it is being named, else NULL */
  guint          end_id;

  GtkWidget     *content;      /* from the template */
  GtkWidget     *fold;
  GtkWidget     *dot;
  TelaahSwatch  *swatch;
  GtkLabel      *name;
  GtkLabel      *digit;
  GtkLabel      *count;
};

G_DEFINE_FINAL_TYPE (TelaahThemeRow, telaah_theme_row, GTK_TYPE_LIST_BOX_ROW)

enum { NAMED, NAMING_ENDED, FOLD_CLICKED, DOT_CLICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Naming ---- */

static void
end_naming (TelaahThemeRow *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);

  g_clear_handle_id (&self->end_id, g_source_remove);
  if (entry == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->name), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->digit),
                          self->theme != NULL && telaah_theme_fields (self->theme)->digit > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->count), TRUE);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_box_remove (GTK_BOX (self->content), entry);
  g_signal_emit (self, signals[NAMING_ENDED], 0);
}

/* Whether what is typed is done with: taken, or nothing new. */
static gboolean
take_name (TelaahThemeRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  const char *before = self->theme != NULL ? telaah_theme_fields (self->theme)->name : "";
  gboolean taken = FALSE;

  if (*name == '\0' || g_str_equal (name, before))
    return TRUE;

  g_signal_emit (self, signals[NAMED], 0, name, &taken);

  return taken;
}

static void
entry_activate_cb (TelaahThemeRow *self)
{
  g_autoptr(TelaahThemeRow) kept = g_object_ref (self);

  if (take_name (self))
    end_naming (self);
  else if (self->entry != NULL)
    gtk_widget_add_css_class (self->entry, "error");
}

static void
entry_changed_cb (TelaahThemeRow *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
}

static gboolean
entry_key_cb (TelaahThemeRow  *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_naming (self);
  return GDK_EVENT_STOP;
}

static gboolean
left_cb (gpointer user_data)
{
  g_autoptr(TelaahThemeRow) self = g_object_ref (user_data);

  self->end_id = 0;
  if (self->entry != NULL)
    take_name (self);
  end_naming (self);

  return G_SOURCE_REMOVE;
}

/* Who goes elsewhere in the middle of a word means it. Not at once: the focus is still on its way. */
static void
entry_leave_cb (TelaahThemeRow *self)
{
  if (self->end_id == 0 && self->entry != NULL)
    self->end_id = g_idle_add (left_cb, self);
}

static GtkWidget *
entry_new (TelaahThemeRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the theme"));
  gtk_editable_set_text (GTK_EDITABLE (entry), self->theme != NULL ? telaah_theme_fields (self->theme)->name : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the theme"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_leave_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (entry_changed_cb), self);

  return entry;
}

/**
 * telaah_theme_row_begin_name:
 *
 * An entry takes the name's place until Enter, Escape, or until the focus leaves it.
 */
void
telaah_theme_row_begin_name (TelaahThemeRow *self)
{
  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  if (self->entry != NULL)
    return;

  self->entry = entry_new (self);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->digit), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_box_insert_child_after (GTK_BOX (self->content), self->entry, self->dot);
  gtk_widget_grab_focus (self->entry);
}

gboolean
telaah_theme_row_is_naming (TelaahThemeRow *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_ROW (self), FALSE);

  return self->entry != NULL;
}

/* A second click on the name; elsewhere it activates the row. */
static void
name_pressed_cb (TelaahThemeRow  *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  if (n_press != 2)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  telaah_theme_row_begin_name (self);
}

static void
fold_clicked_cb (TelaahThemeRow *self)
{
  g_signal_emit (self, signals[FOLD_CLICKED], 0);
}

static void
dot_clicked_cb (TelaahThemeRow *self)
{
  g_signal_emit (self, signals[DOT_CLICKED], 0);
}

/* ---- The widget ---- */

static void
telaah_theme_row_dispose (GObject *object)
{
  TelaahThemeRow *self = TELAAH_THEME_ROW (object);

  g_clear_handle_id (&self->end_id, g_source_remove);
  self->entry = NULL;
  /* First, or the row would keep a pointer to the child that goes with the template. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_THEME_ROW);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (telaah_theme_row_parent_class)->dispose (object);
}

static void
telaah_theme_row_class_init (TelaahThemeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_theme_row_dispose;

  signals[NAMED] = g_signal_new ("named", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                 G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[NAMING_ENDED] = g_signal_new ("naming-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOLD_CLICKED] = g_signal_new ("fold-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DOT_CLICKED] = g_signal_new ("dot-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_SWATCH);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-theme-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, content);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, fold);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, dot);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, name);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, digit);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeRow, count);
  gtk_widget_class_bind_template_callback (widget_class, name_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dot_clicked_cb);
}

static void
telaah_theme_row_init (TelaahThemeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_theme_row_new (void)
{
  return g_object_new (TELAAH_TYPE_THEME_ROW, NULL);
}

/* Borrowed, nullable. */
TelaahTheme *
telaah_theme_row_get_theme (TelaahThemeRow *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_ROW (self), NULL);

  return self->theme;
}

void
telaah_theme_row_set_theme (TelaahThemeRow *self,
                            TelaahTheme    *theme)
{
  const TelaahThemeFields *f = telaah_theme_fields (theme);
  g_autofree char *digit = g_strdup_printf ("%u", f->digit);

  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  g_set_object (&self->theme, theme);
  gtk_label_set_text (self->name, f->name);
  gtk_label_set_text (self->digit, digit);
  gtk_widget_set_visible (GTK_WIDGET (self->digit), f->digit > 0 && self->entry == NULL);
  telaah_theme_row_set_depth (self, f->depth);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, f->name, -1);
}

void
telaah_theme_row_set_depth (TelaahThemeRow *self,
                            guint           depth)
{
  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  gtk_widget_set_margin_start (self->content, INDENT * MIN (depth, MOST_DEPTH));
  if (depth > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "below");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "below");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) depth + 1, -1);
}

void
telaah_theme_row_set_fold (TelaahThemeRow *self,
                           TelaahFold      fold)
{
  gboolean parent = fold == TELAAH_FOLD_OPEN || fold == TELAAH_FOLD_FOLDED;

  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  gtk_widget_set_visible (self->fold, parent);
  gtk_widget_remove_css_class (GTK_WIDGET (self), fold == TELAAH_FOLD_NONE ? "leaf" : "flat");
  if (!parent)
    gtk_widget_add_css_class (GTK_WIDGET (self), fold == TELAAH_FOLD_NONE ? "flat" : "leaf");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "leaf");

  if (!parent)
    {
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
      return;
    }

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), fold == TELAAH_FOLD_FOLDED ? "pan-end-symbolic"
                                                                               : "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fold == TELAAH_FOLD_FOLDED ? _("Unfold") : _("Fold"), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                               fold == TELAAH_FOLD_OPEN, -1);
}

void
telaah_theme_row_set_color (TelaahThemeRow *self,
                            const GdkRGBA  *color)
{
  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  telaah_swatch_set (self->swatch, color, self->theme != NULL && telaah_theme_fields (self->theme)->color == NULL);
}

/**
 * telaah_theme_row_set_counts:
 * @in_source: (nullable): how many of them are in the source that is open, in words
 */
void
telaah_theme_row_set_counts (TelaahThemeRow *self,
                             guint           n_passages,
                             const char     *in_source)
{
  const TelaahThemeFields *f = telaah_theme_fields (self->theme);
  g_autofree char *count = g_strdup_printf ("%u", n_passages);
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
  g_autofree char *counts = in_source != NULL ? g_strjoin (", ", passages, in_source, NULL) : g_strdup (passages);
  g_autofree char *tip = g_strjoin ("\n", f->description != NULL ? f->description : counts,
                                    f->description != NULL ? counts : NULL, NULL);

  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  gtk_label_set_text (self->count, count);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), tip) != 0)    /* it asks the display for the pointer */
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
}

/* @zone: where something that is dragged would go, a TelaahThemeZone; -1: nowhere here */
void
telaah_theme_row_set_zone (TelaahThemeRow *self,
                           int             zone)
{
  static const char *const classes[] = {
    [TELAAH_THEME_ZONE_BEFORE] = "drop-before", [TELAAH_THEME_ZONE_INTO] = "drop-into",
    [TELAAH_THEME_ZONE_AFTER] = "drop-after",
  };

  g_return_if_fail (TELAAH_IS_THEME_ROW (self));

  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    if (i == zone)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}

/* Borrowed: what a popover about the colour points to. */
GtkWidget *
telaah_theme_row_get_dot (TelaahThemeRow *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_ROW (self), NULL);

  return self->dot;
}
