/* The themes that were used last. Ids are unique, so those of all projects stand in one list.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-recent-themes.h"

#define KEY "recent-themes"

/* Enough for some projects in turn. */
#define MOST 32

struct _TelaahRecentThemes
{
  GSettings *settings;   /* NULL: they are forgotten in the end */
  char     **themes;     /* ids, the latest first */
};

TelaahRecentThemes *
telaah_recent_themes_new (void)
{
  TelaahRecentThemes *self = g_new0 (TelaahRecentThemes, 1);

  self->themes = g_new0 (char *, 1);

  return self;
}

void
telaah_recent_themes_free (TelaahRecentThemes *self)
{
  g_clear_object (&self->settings);
  g_strfreev (self->themes);
  g_free (self);
}

/* @settings: (nullable): of the schema org.telaah.Telaah */
void
telaah_recent_themes_set_settings (TelaahRecentThemes *self,
                                   GSettings          *settings)
{
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;

  g_strfreev (self->themes);
  self->themes = g_settings_get_strv (settings, KEY);
}

/* Borrowed, the latest first; some may be of other projects. */
const char *const *
telaah_recent_themes_get (TelaahRecentThemes *self)
{
  return (const char *const *) self->themes;
}

void
telaah_recent_themes_add (TelaahRecentThemes *self,
                          const char         *theme)
{
  g_autoptr(GStrvBuilder) themes = g_strv_builder_new ();
  guint n = 1;

  g_strv_builder_add (themes, theme);
  for (char **other = self->themes; *other != NULL && n < MOST; other++)
    if (!g_str_equal (*other, theme))
      {
        g_strv_builder_add (themes, *other);
        n++;
      }

  g_strfreev (self->themes);
  self->themes = g_strv_builder_end (themes);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, KEY, (const char *const *) self->themes);
}
