/* The pages of the view Compare to choose from: buttons side by side, or where there is no room a menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-switch.h"

#include <glib/gi18n.h>

struct _TelaahCompareSwitch
{
  GtkWidget  parent_instance;

  GtkWidget *buttons;
  GtkWidget *menu;     /* GtkMenuButton */
};

G_DEFINE_FINAL_TYPE (TelaahCompareSwitch, telaah_compare_switch, GTK_TYPE_WIDGET)

static const struct { const char *name, *label; } pages[] = {
  { "grid", N_("Grid") },
  { "quotes", N_("Quotes") },
  { "heatmap", N_("Heat Map") },
  { "portraits", N_("Portraits") },
  { "cooccurrence", N_("Co-occurrence") },
};

static void
telaah_compare_switch_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  TelaahCompareSwitch *self = TELAAH_COMPARE_SWITCH (widget);
  int buttons_minimum, buttons_natural, menu_minimum, menu_natural;

  gtk_widget_measure (self->buttons, orientation, -1, &buttons_minimum, &buttons_natural, NULL, NULL);
  gtk_widget_measure (self->menu, orientation, -1, &menu_minimum, &menu_natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (buttons_minimum, menu_minimum);
      *natural = MAX (buttons_natural, menu_minimum);
    }
  else
    {
      *minimum = MAX (buttons_minimum, menu_minimum);
      *natural = MAX (buttons_natural, menu_natural);
    }
}

static void
telaah_compare_switch_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  TelaahCompareSwitch *self = TELAAH_COMPARE_SWITCH (widget);
  GtkWidget *shown = self->buttons, *other = self->menu;
  int wanted;

  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, &wanted, NULL, NULL, NULL);
  if (wanted > width)
    {
      shown = self->menu;
      other = self->buttons;
    }

  gtk_widget_measure (shown, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_set_child_visible (shown, TRUE);
  gtk_widget_set_child_visible (other, FALSE);
  width = MIN (width, wanted);
  gtk_widget_size_allocate (shown, &(GtkAllocation) {
    gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - width : 0, 0, width, height,
  }, -1);
}

static void
telaah_compare_switch_dispose (GObject *object)
{
  TelaahCompareSwitch *self = TELAAH_COMPARE_SWITCH (object);

  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_compare_switch_parent_class)->dispose (object);
}

static void
telaah_compare_switch_class_init (TelaahCompareSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_compare_switch_dispose;
  widget_class->measure = telaah_compare_switch_measure;
  widget_class->size_allocate = telaah_compare_switch_size_allocate;
}

static void
telaah_compare_switch_init (TelaahCompareSwitch *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "linked");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(pages[i].label));
      g_autoptr(GMenuItem) item = g_menu_item_new (_(pages[i].label), NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", pages[i].name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.page");
      gtk_box_append (GTK_BOX (self->buttons), button);
      g_menu_item_set_action_and_target (item, "compare.page", "s", pages[i].name);
      g_menu_append_item (menu, item);
    }

  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "menu-model", menu, "always-show-arrow", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  telaah_compare_switch_set_page (self, "grid");
}

void
telaah_compare_switch_set_page (TelaahCompareSwitch *self,
                                const char          *page)
{
  g_return_if_fail (TELAAH_IS_COMPARE_SWITCH (self));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->menu), _(pages[i].label));
}

gboolean
telaah_compare_is_page (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      return TRUE;

  return FALSE;
}
