/* A group of words that count as one, on one line to edit; below it what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-synonyms-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/telaah-focus.h"

struct _TelaahSynonymsRow
{
  GtkListBoxRow  parent_instance;

  char          *group;      /* id; NULL: not written yet */
  char          *written;    /* its words as they are in the project, as one line */

  GtkWidget     *entry;
  GtkWidget     *button;
  GtkLabel      *fault;
};

G_DEFINE_FINAL_TYPE (TelaahSynonymsRow, telaah_synonyms_row, GTK_TYPE_LIST_BOX_ROW)

enum { COMMIT, REMOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- What is typed ---- */

static const char *
get_typed (TelaahSynonymsRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
name_button (TelaahSynonymsRow *self)
{
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), self->written);

  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
typed_cb (TelaahSynonymsRow *self)
{
  telaah_synonyms_row_set_fault (self, NULL);
}

static void
activate_cb (TelaahSynonymsRow *self)
{
  g_signal_emit (self, signals[COMMIT], 0, TRUE);
}

static void
leave_cb (TelaahSynonymsRow *self)
{
  g_signal_emit (self, signals[COMMIT], 0, FALSE);
}

static void
clicked_cb (TelaahSynonymsRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* Escape first brings back what was written. */
static gboolean
key_pressed_cb (TelaahSynonymsRow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (keyval != GDK_KEY_Escape || !telaah_synonyms_row_is_edited (self))
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->written);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return GDK_EVENT_STOP;
}

/* ---- The widget ---- */

static gboolean
telaah_synonyms_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TELAAH_SYNONYMS_ROW (widget)->entry);
}

static void
telaah_synonyms_row_finalize (GObject *object)
{
  TelaahSynonymsRow *self = TELAAH_SYNONYMS_ROW (object);

  g_free (self->group);
  g_free (self->written);

  G_OBJECT_CLASS (telaah_synonyms_row_parent_class)->finalize (object);
}

static void
telaah_synonyms_row_class_init (TelaahSynonymsRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = telaah_synonyms_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = telaah_synonyms_row_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = telaah_focus_through;

  signals[COMMIT] = g_signal_new ("commit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_BOOLEAN);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_line (TelaahSynonymsRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Words, with commas between"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Words that count as one, with commas between"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);

  self->button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->button);

  return line;
}

static void
telaah_synonyms_row_init (TelaahSynonymsRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  self->written = g_strdup ("");
  gtk_box_append (GTK_BOX (box), make_line (self));

  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_wrap_mode (self->fault, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->fault, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  telaah_synonyms_row_set_group (self, NULL);
  telaah_synonyms_row_set_fault (self, NULL);
}

GtkWidget *
telaah_synonyms_row_new (void)
{
  return g_object_new (TELAAH_TYPE_SYNONYMS_ROW, NULL);
}

/* Returns: (nullable): its id */
const char *
telaah_synonyms_row_get_group (TelaahSynonymsRow *self)
{
  return self->group;
}

/* @group: (nullable): its id; there is nothing to remove where it has none */
void
telaah_synonyms_row_set_group (TelaahSynonymsRow *self,
                               const char        *group)
{
  char *copy = g_strdup (group);

  g_free (self->group);
  self->group = copy;
  gtk_widget_set_visible (self->button, group != NULL);
}

/* As they are in the project, one a line; what is being typed stays. */
void
telaah_synonyms_row_set_words (TelaahSynonymsRow *self,
                               const char        *words)
{
  g_auto(GStrv) lines = g_strsplit (words, "\n", -1);
  gboolean edited = telaah_synonyms_row_is_edited (self), within;

  g_free (self->written);
  self->written = g_strjoinv (", ", lines);
  name_button (self);
  if (edited || strcmp (get_typed (self), self->written) == 0)
    return;

  /* Who is not in it sees its beginning. */
  within = gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->written);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), within ? -1 : 0);
}

char *
telaah_synonyms_row_dup_words (TelaahSynonymsRow *self)
{
  return g_strdup (get_typed (self));
}

/* How many words are typed, each once. */
guint
telaah_synonyms_row_count (TelaahSynonymsRow *self)
{
  g_auto(GStrv) pieces = g_strsplit_set (get_typed (self), ",;", -1);
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char **piece = pieces; *piece != NULL; piece++)
    if (*g_strstrip (*piece) != '\0')
      g_hash_table_add (words, g_utf8_casefold (*piece, -1));

  return g_hash_table_size (words);
}

gboolean
telaah_synonyms_row_is_edited (TelaahSynonymsRow *self)
{
  return strcmp (get_typed (self), self->written) != 0;
}

/* What is typed has been written. */
void
telaah_synonyms_row_take (TelaahSynonymsRow *self)
{
  g_free (self->written);
  self->written = g_strdup (get_typed (self));
}

/* @fault: (nullable): a sentence; it stays until something is typed */
void
telaah_synonyms_row_set_fault (TelaahSynonymsRow *self,
                               const char        *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : "", -1);
}
