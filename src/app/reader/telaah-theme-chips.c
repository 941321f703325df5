/* Themes as chips. Those of the passage are pressed, and come first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-chips.h"

#include "app/reader/telaah-flow-layout.h"
#include "app/reader/telaah-theme-dot.h"
#include "app/reader/telaah-theme-match.h"

/* Besides those of the passage; digits go to 9. */
#define MOST 9

/* Until themes have digits or have been used, the first ones of the tree are as good as any. */
#define FEW 6

/* Of a name, in characters. */
#define WIDTH 28

struct _TelaahThemeChips
{
  GtkWidget  parent_instance;

  GPtrArray *themes;   /* ids on show, in order */
  char      *focus;    /* the one whose chip had the focus before an update, or NULL */
};

G_DEFINE_FINAL_TYPE (TelaahThemeChips, telaah_theme_chips, GTK_TYPE_WIDGET)

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
clicked_cb (TelaahThemeChips *self,
            GtkWidget        *chip)
{
  g_autofree char *theme = g_strdup (gtk_widget_get_name (chip));

  g_signal_emit (self, signals[TOGGLED], 0, theme);
}

static GtkWidget *
make_chip (TelaahThemeChips        *self,
           TelaahSession           *session,
           const TelaahThemeFields *theme,
           gboolean                 pressed)
{
  g_autofree char *path = telaah_theme_dup_path (telaah_session_get_themes (session), theme->id);
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (theme->name);

  if (theme->digit > 0)
    {
      g_autofree char *digit = g_strdup_printf ("%u", theme->digit);
      GtkWidget *cap = gtk_label_new (digit);

      gtk_widget_add_css_class (cap, "telaah-keycap");
      gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), cap);
    }

  gtk_box_append (GTK_BOX (box), telaah_theme_dot_new (telaah_session_get_color (session, theme->id)));
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), WIDTH);
  gtk_box_append (GTK_BOX (box), name);

  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), pressed);
  gtk_widget_set_name (chip, theme->id);
  gtk_widget_add_css_class (chip, "telaah-chip");
  gtk_widget_set_tooltip_text (chip, path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, theme->name, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

static void
clear (TelaahThemeChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->themes, 0);
}

static void
add (TelaahThemeChips *self,
     TelaahSession    *session,
     const char       *id,
     gboolean          pressed)
{
  TelaahTheme *theme = telaah_session_find_theme (session, id);
  GtkWidget *chip;

  if (theme == NULL || g_ptr_array_find_with_equal_func (self->themes, id, g_str_equal, NULL))
    return;

  chip = make_chip (self, session, telaah_theme_fields (theme), pressed);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_ptr_array_add (self->themes, g_strdup (id));
  if (g_strcmp0 (id, self->focus) == 0)
    gtk_widget_grab_focus (chip);
}

static void
add_digits (TelaahThemeChips *self,
            TelaahSession    *session)
{
  GListModel *themes = telaah_session_get_themes (session);

  for (guint digit = 1; digit <= 9; digit++)
    for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
      {
        g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

        if (telaah_theme_fields (theme)->digit == digit)
          add (self, session, telaah_theme_fields (theme)->id, FALSE);
      }
}

static void
add_first (TelaahThemeChips *self,
           TelaahSession    *session)
{
  GListModel *themes = telaah_session_get_themes (session);

  for (guint i = 0; i < g_list_model_get_n_items (themes) && self->themes->len < FEW; i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (telaah_theme_fields (theme)->depth == 0)
        add (self, session, telaah_theme_fields (theme)->id, FALSE);
    }
}

static void
telaah_theme_chips_dispose (GObject *object)
{
  clear (TELAAH_THEME_CHIPS (object));

  G_OBJECT_CLASS (telaah_theme_chips_parent_class)->dispose (object);
}

static void
telaah_theme_chips_finalize (GObject *object)
{
  TelaahThemeChips *self = TELAAH_THEME_CHIPS (object);

  g_ptr_array_unref (self->themes);
  g_free (self->focus);

  G_OBJECT_CLASS (telaah_theme_chips_parent_class)->finalize (object);
}

static void
telaah_theme_chips_class_init (TelaahThemeChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_theme_chips_dispose;
  object_class->finalize = telaah_theme_chips_finalize;

  signals[TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "themechips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
telaah_theme_chips_init (TelaahThemeChips *self)
{
  self->themes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 g_object_new (TELAAH_TYPE_FLOW_LAYOUT, "column-spacing", 6, "row-spacing", 6, NULL));
}

GtkWidget *
telaah_theme_chips_new (void)
{
  return g_object_new (TELAAH_TYPE_THEME_CHIPS, NULL);
}

/* In pixels. A popover of GTK 4.8 asks for the height at a width that is a little more than it will give. */
void
telaah_theme_chips_set_width (TelaahThemeChips *self,
                              int               width)
{
  g_return_if_fail (TELAAH_IS_THEME_CHIPS (self));

  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "natural-width", width, NULL);
}

/**
 * telaah_theme_chips_update:
 * @recent: ids of themes that were used last, the latest first
 * @passage: (nullable): whose themes are pressed
 */
void
telaah_theme_chips_update (TelaahThemeChips  *self,
                           TelaahSession     *session,
                           const char *const *recent,
                           TelaahPassage     *passage)
{
  const char *const *pressed = passage != NULL ? telaah_passage_fields (passage)->themes : NULL;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint most;

  g_return_if_fail (TELAAH_IS_THEME_CHIPS (self));

  g_free (self->focus);
  self->focus = g_strdup (focus != NULL ? gtk_widget_get_name (focus) : NULL);
  clear (self);

  for (; pressed != NULL && *pressed != NULL; pressed++)
    add (self, session, *pressed, TRUE);

  most = self->themes->len + MOST;
  add_digits (self, session);
  for (; *recent != NULL && self->themes->len < most; recent++)
    add (self, session, *recent, FALSE);
  add_first (self, session);

  gtk_widget_set_visible (GTK_WIDGET (self), self->themes->len > 0);
}
