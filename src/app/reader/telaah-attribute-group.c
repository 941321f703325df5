/* The attributes that researchers give a source of their own: a row for each, and one to add another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-attribute-group.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TelaahAttributeGroup
{
  AdwPreferencesGroup  parent_instance;

  GHashTable          *before;      /* name → value, as it was filled */
  GHashTable          *rows;        /* name → AdwEntryRow; borrowed, its name is the key */
  GPtrArray           *names;       /* char *: of the attributes of all sources */

  GtkWidget           *new_row;
  GtkWidget           *add_button;
  GtkWidget           *names_button;
};

G_DEFINE_FINAL_TYPE (TelaahAttributeGroup, telaah_attribute_group, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (TelaahAttributeGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
dup_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* ---- Names to choose from ---- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Those that other sources have and this one has not. */
static void
offer_names (TelaahAttributeGroup *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto(GStrv) halves = NULL;
      g_autofree char *label = NULL;

      if (g_hash_table_contains (self->rows, self->names->pdata[i]))
        continue;

      /* An underscore would make a letter the key to it. */
      halves = g_strsplit (self->names->pdata[i], "_", -1);
      label = g_strjoinv ("__", halves);
      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "attribute.add", "s", (char *) self->names->pdata[i]);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->names_button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->names_button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/* ---- Rows ---- */

static void
remove_cb (GtkWidget            *button,
           TelaahAttributeGroup *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  g_hash_table_remove (self->rows, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_widget_grab_focus (self->new_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  offer_names (self);
  changed_cb (self);
}

static GtkWidget *
add_row (TelaahAttributeGroup *self,
         const char           *name,
         const char           *value)
{
  GtkWidget *row = adw_entry_row_new (), *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);

  /* The row to add another stays the last. */
  g_object_ref (self->new_row);
  if (gtk_widget_get_parent (self->new_row) != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->new_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->new_row);
  g_object_unref (self->new_row);
  g_hash_table_insert (self->rows, g_strdup (name), row);

  return row;
}

/**
 * telaah_attribute_group_add:
 * @name: of an attribute; one that is there already is gone to
 */
void
telaah_attribute_group_add (TelaahAttributeGroup *self,
                            const char           *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  GtkWidget *row = g_hash_table_lookup (self->rows, stripped);
  const char *value = g_hash_table_lookup (self->before, stripped);

  if (*stripped == '\0')
    return;

  /* One that was just removed comes back as it was. */
  if (row == NULL)
    {
      row = add_row (self, stripped, value != NULL ? value : "");
      offer_names (self);
      changed_cb (self);
    }

  gtk_editable_set_text (GTK_EDITABLE (self->new_row), "");
  gtk_widget_grab_focus (row);
}

static void
add_new_cb (TelaahAttributeGroup *self)
{
  g_autofree char *name = dup_text (self->new_row);

  telaah_attribute_group_add (self, name);
}

static void
new_changed_cb (TelaahAttributeGroup *self)
{
  g_autofree char *name = dup_text (self->new_row);

  gtk_widget_set_sensitive (self->add_button, *name != '\0');
}

static void
add_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  telaah_attribute_group_add (TELAAH_ATTRIBUTE_GROUP (widget), g_variant_get_string (parameter, NULL));
}

/* ---- Filling and asking ---- */

/**
 * telaah_attribute_group_fill:
 * @pairs: (element-type utf8): name, value, name, value, … of this source
 * @names: (element-type utf8): those of all sources, to be offered
 */
void
telaah_attribute_group_fill (TelaahAttributeGroup *self,
                             GPtrArray            *pairs,
                             GPtrArray            *names)
{
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      g_hash_table_insert (self->before, g_strdup (pairs->pdata[i]), g_strdup (pairs->pdata[i + 1]));
      add_row (self, pairs->pdata[i], pairs->pdata[i + 1]);
    }

  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_ref (names);
  g_ptr_array_sort (self->names, compare_names);
  offer_names (self);
}

/**
 * telaah_attribute_group_list_changes:
 * @pairs: to which "attribute:NAME" and its value are added for each that is not as it was; "" for one that has gone
 */
void
telaah_attribute_group_list_changes (TelaahAttributeGroup *self,
                                     GStrvBuilder         *pairs)
{
  GHashTableIter iter;
  gpointer name, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &name, &row))
    {
      const char *before = g_hash_table_lookup (self->before, name);
      g_autofree char *key = g_strconcat ("attribute:", name, NULL);
      g_autofree char *now = dup_text (row);

      if (strcmp (now, before != NULL ? before : "") != 0)
        g_strv_builder_add_many (pairs, key, now, NULL);
    }

  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (self->rows, name))
      {
        g_autofree char *key = g_strconcat ("attribute:", name, NULL);

        g_strv_builder_add_many (pairs, key, "", NULL);
      }
}

/* ---- The widget ---- */

static void
telaah_attribute_group_finalize (GObject *object)
{
  TelaahAttributeGroup *self = TELAAH_ATTRIBUTE_GROUP (object);

  g_hash_table_unref (self->before);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_attribute_group_parent_class)->finalize (object);
}

static void
telaah_attribute_group_class_init (TelaahAttributeGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = telaah_attribute_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "attribute.add", "s", add_action_cb);
}

static void
make_new_row (TelaahAttributeGroup *self)
{
  self->new_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_row), _("New Attribute"));
  g_signal_connect_object (self->new_row, "changed", G_CALLBACK (new_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_row, "entry-activated", G_CALLBACK (add_new_cb), self, G_CONNECT_SWAPPED);

  self->names_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->names_button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->names_button, _("Names Used Before"));
  for (GtkWidget *inner = self->names_button; GTK_IS_MENU_BUTTON (inner) || GTK_IS_TOGGLE_BUTTON (inner);
       inner = gtk_widget_get_first_child (inner))
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Names Used Before"), -1);

  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("Add Attribute"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Attribute"), -1);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_new_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (self->names_button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->names_button, "flat");
  gtk_widget_add_css_class (self->add_button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->new_row), self->names_button);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->new_row), self->add_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->new_row);
}

static void
telaah_attribute_group_init (TelaahAttributeGroup *self)
{
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  make_new_row (self);
  offer_names (self);
}
