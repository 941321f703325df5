/* A drop-down of the sources or of the themes of a project, which may be many and have long names.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-choice.h"

#include <string.h>

#include "app/reader/telaah-theme-match.h"

/* In characters: of the button, and of what it drops down. */
#define BUTTON_CHARS 22
#define LIST_CHARS   48

/* From here on one can type to find one. */
#define MANY 12

/* ---- How a line of it looks ---- */

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                GtkDropDown              *dropdown)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), BUTTON_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               GtkDropDown              *dropdown)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
setup_line_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               GtkDropDown              *dropdown)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, line);
}

static void
show_check (GtkDropDown *dropdown,
            GParamSpec  *pspec,
            GtkListItem *item)
{
  GtkWidget *line = gtk_list_item_get_child (item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (line),
                          gtk_list_item_get_item (item) == gtk_drop_down_get_selected_item (dropdown) ? 1 : 0);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              GtkDropDown              *dropdown)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item)));

  gtk_label_set_text (label, gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_width_chars (label, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dropdown), "chars")));
  show_check (dropdown, NULL, item);
  g_signal_connect (dropdown, "notify::selected-item", G_CALLBACK (show_check), item);
}

static void
unbind_line_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                GtkDropDown              *dropdown)
{
  g_signal_handlers_disconnect_by_func (dropdown, show_check, item);
}

void
telaah_word_choice_init (GtkDropDown *dropdown)
{
  g_autoptr(GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_signal_connect (button, "setup", G_CALLBACK (setup_label_cb), dropdown);
  g_signal_connect (button, "bind", G_CALLBACK (bind_label_cb), dropdown);
  gtk_drop_down_set_factory (dropdown, button);

  g_signal_connect (list, "setup", G_CALLBACK (setup_line_cb), dropdown);
  g_signal_connect (list, "bind", G_CALLBACK (bind_line_cb), dropdown);
  g_signal_connect (list, "unbind", G_CALLBACK (unbind_line_cb), dropdown);
  gtk_drop_down_set_list_factory (dropdown, list);

  gtk_drop_down_set_expression (dropdown, name);
}

/* ---- What is in it ---- */

/* For each line its id, "" where it stands for all; kept by the drop-down. */
static GStrv
get_ids (GtkDropDown *dropdown)
{
  return g_object_get_data (G_OBJECT (dropdown), "ids");
}

static void
add_sources (TelaahSession *session,
             GStrvBuilder  *ids,
             GStrvBuilder  *names)
{
  GListModel *sources = telaah_session_get_sources (session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      g_strv_builder_add (ids, telaah_source_fields (source)->id);
      g_strv_builder_add (names, telaah_source_get_name (source));
    }
}

static void
add_themes (TelaahSession *session,
            GStrvBuilder  *ids,
            GStrvBuilder  *names)
{
  GListModel *themes = telaah_session_get_themes (session);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      g_autofree char *path = telaah_theme_dup_path (themes, telaah_theme_fields (theme)->id);

      g_strv_builder_add (ids, telaah_theme_fields (theme)->id);
      g_strv_builder_add (names, path);
    }
}

static gboolean
has_these (GtkDropDown  *dropdown,
           GStrv         ids,
           GStrv         names)
{
  GListModel *model = gtk_drop_down_get_model (dropdown);
  GStrv before = get_ids (dropdown);

  if (before == NULL || !g_strv_equal ((const char *const *) before, (const char *const *) ids))
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]) != 0)
      return FALSE;

  return TRUE;
}

/* What drops down is no wider than it must be: as the longest of its lines. */
static int
count_chars (GStrv names)
{
  glong longest = 0;

  for (guint i = 0; names[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (names[i], -1));

  return MIN (longest, LIST_CHARS);
}

/* What is chosen stays so where it is still there. */
gboolean
telaah_word_choice_fill (GtkDropDown          *dropdown,
                         TelaahSession        *session,
                         TelaahWordChoiceKind  kind,
                         const char           *all)
{
  g_autoptr(GStrvBuilder) id_builder = g_strv_builder_new (), name_builder = g_strv_builder_new ();
  g_autofree char *chosen = g_strdup (telaah_word_choice_get (dropdown));
  g_autoptr(GtkStringList) model = NULL;
  g_auto(GStrv) ids = NULL, names = NULL;
  guint n;

  if (all != NULL)
    {
      g_strv_builder_add (id_builder, "");
      g_strv_builder_add (name_builder, all);
    }
  if (kind == TELAAH_WORD_CHOICE_SOURCES)
    add_sources (session, id_builder, name_builder);
  else
    add_themes (session, id_builder, name_builder);
  ids = g_strv_builder_end (id_builder);
  names = g_strv_builder_end (name_builder);
  if (has_these (dropdown, ids, names))
    return FALSE;

  n = g_strv_length (ids);
  model = gtk_string_list_new ((const char *const *) names);
  g_object_set_data_full (G_OBJECT (dropdown), "ids", g_steal_pointer (&ids), (GDestroyNotify) g_strfreev);
  g_object_set_data (G_OBJECT (dropdown), "chars", GINT_TO_POINTER (count_chars (names)));
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (model));
  gtk_drop_down_set_enable_search (dropdown, n > MANY);
  telaah_word_choice_set (dropdown, chosen);

  return g_strcmp0 (chosen, telaah_word_choice_get (dropdown)) != 0;
}

const char *
telaah_word_choice_get (GtkDropDown *dropdown)
{
  guint i = gtk_drop_down_get_selected (dropdown);
  GStrv ids = get_ids (dropdown);

  if (ids == NULL || i >= g_strv_length (ids) || *ids[i] == '\0')
    return NULL;

  return ids[i];
}

/* The first one, where there is none of that id. */
void
telaah_word_choice_set (GtkDropDown *dropdown,
                        const char  *id)
{
  GStrv ids = get_ids (dropdown);

  for (guint i = 0; id != NULL && ids != NULL && ids[i] != NULL; i++)
    if (strcmp (ids[i], id) == 0)
      {
        gtk_drop_down_set_selected (dropdown, i);
        return;
      }

  gtk_drop_down_set_selected (dropdown, 0);
}
