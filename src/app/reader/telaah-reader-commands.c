/* The commands of the Read view, as the window's actions and keys have them: to the page that is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-reader-private.h"

void
telaah_reader_tag_with_digit (TelaahReader *self,
                              guint         digit)
{
  telaah_source_page_tag_with_digit (telaah_reader_get_page (self), digit);
}

/* The next repetition tags as this passage is tagged now. */
void
telaah_reader_remember_tag (TelaahReader *self,
                            const char   *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self->session, passage);

  if (item == NULL || telaah_passage_fields (item)->themes[0] == NULL)
    return;

  g_strfreev (self->last_themes);
  self->last_themes = g_strdupv ((char **) telaah_passage_fields (item)->themes);
}

/* With the themes of the last tag, as far as they are still there. */
void
telaah_reader_repeat_tag (TelaahReader *self)
{
  g_autoptr(GStrvBuilder) themes = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;

  for (guint i = 0; self->last_themes != NULL && self->last_themes[i] != NULL; i++)
    if (telaah_session_find_theme (self->session, self->last_themes[i]) != NULL)
      g_strv_builder_add (themes, self->last_themes[i]);

  ids = g_strv_builder_end (themes);
  if (ids[0] != NULL)
    telaah_source_page_tag_with_all (telaah_reader_get_page (self), (const char *const *) ids);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
telaah_reader_open_palette (TelaahReader *self)
{
  telaah_source_page_open_palette (telaah_reader_get_page (self));
}

void
telaah_reader_write_note (TelaahReader *self)
{
  telaah_source_page_write_note (telaah_reader_get_page (self));
}

void
telaah_reader_untag (TelaahReader *self)
{
  telaah_source_page_untag (telaah_reader_get_page (self));
}

void
telaah_reader_step (TelaahReader *self,
                    gboolean      forward)
{
  telaah_source_page_step (telaah_reader_get_page (self), forward);
}

void
telaah_reader_step_uncoded (TelaahReader *self,
                            gboolean      forward)
{
  telaah_source_page_step_uncoded (telaah_reader_get_page (self), forward);
}

void
telaah_reader_step_of_theme (TelaahReader *self,
                             gboolean      forward)
{
  telaah_source_page_step_of_theme (telaah_reader_get_page (self), forward);
}
