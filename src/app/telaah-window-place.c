/* Where one was: view, open sources, scroll positions and cell of each project, kept in the settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-window-private.h"

/* Places of projects that were opened longest ago are forgotten. */
#define MAX_PLACES 40

static void
add_string (GVariantDict *dict,
            const char   *key,
            const char   *value)
{
  if (value != NULL)
    g_variant_dict_insert (dict, key, "s", value);
}

static GVariant *
make_place (TelaahWindow *self)
{
  g_autofree char *cell_point = NULL, *cell_source = NULL;
  g_autofree char *point = telaah_outline_page_get_place (self->outline);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  add_string (&dict, "view", adw_view_stack_get_visible_child_name (self->views));
  add_string (&dict, "source", telaah_reader_get_source (self->reader));
  g_variant_dict_insert (&dict, "top", "u", telaah_reader_get_top (self->reader));
  g_variant_dict_insert_value (&dict, "reader", telaah_reader_get_place (self->reader));
  telaah_compare_get_place (self->compare, &cell_point, &cell_source);
  add_string (&dict, "outline", telaah_session_get_outline (self->session));
  add_string (&dict, "cell-point", cell_point);
  add_string (&dict, "cell-source", cell_source);
  add_string (&dict, "point", point);
  g_variant_dict_insert (&dict, "time", "x", g_get_real_time ());

  return g_variant_dict_end (&dict);
}

static gint64
get_time (GVariant *place)
{
  gint64 time = 0;

  g_variant_lookup (place, "time", "x", &time);
  return time;
}

/* The key of the oldest place, should there be too many. */
static char *
find_oldest (GVariant *places)
{
  gint64 oldest = G_MAXINT64;
  char *found = NULL;
  GVariantIter iter;
  const char *path;
  GVariant *place;

  if (g_variant_n_children (places) < MAX_PLACES)
    return NULL;

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_loop (&iter, "{&sv}", &path, &place))
    if (get_time (place) < oldest)
      {
        oldest = get_time (place);
        g_free (found);
        found = g_strdup (path);
      }

  return found;
}

void
telaah_window_keep_place (TelaahWindow *self)
{
  g_autoptr(GVariant) places = g_settings_get_value (self->settings, "places");
  g_autofree char *oldest = find_oldest (places);
  GVariantDict dict;

  g_variant_dict_init (&dict, places);
  if (oldest != NULL)
    g_variant_dict_remove (&dict, oldest);
  g_variant_dict_insert_value (&dict, telaah_session_get_path (self->session), make_place (self));
  g_settings_set_value (self->settings, "places", g_variant_dict_end (&dict));
}

/* A project that is new here opens on its first text. */
void
telaah_window_restore_place (TelaahWindow *self)
{
  g_autoptr(GVariant) places = g_settings_get_value (self->settings, "places");
  g_autoptr(GVariant) place = g_variant_lookup_value (places, telaah_session_get_path (self->session),
                                                      G_VARIANT_TYPE_VARDICT);
  g_autoptr(GVariant) reader = place != NULL ? g_variant_lookup_value (place, "reader", NULL) : NULL;
  const char *view = "read", *source = NULL, *outline = NULL, *point = NULL, *cell_point = NULL, *cell_source = NULL;
  guint top = 0;

  if (place != NULL)
    {
      g_variant_lookup (place, "view", "&s", &view);
      g_variant_lookup (place, "source", "&s", &source);
      g_variant_lookup (place, "top", "u", &top);
      g_variant_lookup (place, "point", "&s", &point);
      g_variant_lookup (place, "outline", "&s", &outline);
      g_variant_lookup (place, "cell-point", "&s", &cell_point);
      g_variant_lookup (place, "cell-source", "&s", &cell_source);
    }

  if (reader != NULL)
    telaah_reader_set_place (self->reader, reader);
  else if (telaah_session_find_source (self->session, source) != NULL)
    {
      telaah_reader_open_source (self->reader, source);
      telaah_reader_set_top (self->reader, top);
    }
  if (outline != NULL)
    telaah_session_set_outline (self->session, outline, NULL);   /* one that has been removed is not at hand */
  if (telaah_session_find_point (self->session, cell_point) != NULL)
    telaah_compare_set_place (self->compare, cell_point, cell_source);
  if (telaah_session_find_point (self->session, point) != NULL)
    telaah_outline_page_set_place (self->outline, point);

  if (adw_view_stack_get_child_by_name (self->views, view) == NULL)
    view = "read";
  telaah_window_set_view (self, view);
}
