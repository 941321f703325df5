/* A page with a picture of the comparison: what is counted, the picture itself, and its way out as a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-picture-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/compare/telaah-picture-canvas.h"
#include "app/telaah-dialogs.h"

/* Pixels of an image for one of the picture: fine enough for print. */
#define PNG_SCALE 2

/* What changes none of the pictures. */
#define OTHER_CHANGES (TELAAH_CHANGE_HISTORY | TELAAH_CHANGE_NOTES | TELAAH_CHANGE_REVIEW)

struct _TelaahPictureView
{
  GtkWidget            parent_instance;

  TelaahSession       *session;
  TelaahPictureKind    kind;
  gboolean             behind;    /* what is on show may be out of date */
  guint                refresh;   /* source id, or 0 */
  gboolean             to_focus;  /* the picture, once it is there */
  char                *format;    /* that a file is being asked for */

  /* From the template */
  GtkWidget           *bar;
  GtkLabel            *scale_label;
  GtkDropDown         *measure_drop;
  GtkWidget           *export_button;
  GtkStack            *stack;
  TelaahPictureCanvas *canvas;
  AdwStatusPage       *empty_page;
};

G_DEFINE_FINAL_TYPE (TelaahPictureView, telaah_picture_view, GTK_TYPE_WIDGET)

enum { CELL_ACTIVATED, PAIR_ACTIVATED, PASSAGES_WANTED, PLACE_ACTIVATED, SAVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- The picture ---- */

static TelaahPicture *
make_picture (TelaahPictureView *self)
{
  TelaahMeasure measure = gtk_drop_down_get_selected (self->measure_drop) == 1 ? TELAAH_MEASURE_CHARACTERS
                                                                               : TELAAH_MEASURE_PASSAGES;

  switch (self->kind)
    {
    case TELAAH_PICTURE_HEATMAP:
      return telaah_picture_new_heatmap (telaah_session_dup_counts (self->session), measure);

    case TELAAH_PICTURE_COOCCURRENCE:
      return telaah_picture_new_cooccurrence (telaah_session_dup_cooccurrence (self->session), measure);

    case TELAAH_PICTURE_PORTRAITS:
      return telaah_picture_new_portraits (telaah_session_dup_portraits (self->session, NULL));

    default:
      g_return_val_if_reached (NULL);
    }
}

/* Why there is nothing to see. */
static void
show_empty (TelaahPictureView *self)
{
  static const struct { const char *title, *description; } words[TELAAH_N_PICTURE_KINDS] = {
    [TELAAH_PICTURE_HEATMAP] = { N_("No Heat Map Yet"), N_("It needs a point and a source.") },
    [TELAAH_PICTURE_COOCCURRENCE] = { N_("No Co-Occurrence Yet"), N_("It needs themes.") },
    [TELAAH_PICTURE_PORTRAITS] = { N_("No Portraits Yet"), N_("They need a source.") },
  };

  adw_status_page_set_title (self->empty_page, _(words[self->kind].title));
  adw_status_page_set_description (self->empty_page, _(words[self->kind].description));
}

static void
show_picture (TelaahPictureView *self,
              TelaahPicture     *picture)
{
  gboolean empty = picture == NULL || telaah_picture_is_empty (picture);

  if (empty)
    {
      g_clear_pointer (&picture, telaah_picture_free);
      show_empty (self);
    }
  else
    {
      gtk_label_set_text (self->scale_label, telaah_picture_get_scale (picture));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, telaah_picture_get_subject (picture),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, telaah_picture_get_scale (picture), -1);
    }

  telaah_picture_canvas_take (self->canvas, picture);
  gtk_widget_set_visible (self->bar, !empty);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "picture");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.export", !empty);
}

static gboolean
refresh_cb (gpointer user_data)
{
  TelaahPictureView *self = user_data;

  self->refresh = 0;
  self->behind = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->measure_drop), self->kind != TELAAH_PICTURE_PORTRAITS);
  show_picture (self, self->session != NULL ? make_picture (self) : NULL);
  if (self->to_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  self->to_focus = FALSE;

  return G_SOURCE_REMOVE;
}

/* After what is under way, since counting 20,000 passages takes longer than a frame; and not before it is looked at. */
static void
fall_behind (TelaahPictureView *self)
{
  self->behind = TRUE;
  if (self->refresh == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
changed_cb (TelaahPictureView *self,
            TelaahChange       changes)
{
  if (changes & ~OTHER_CHANGES)
    fall_behind (self);
}

static void
measure_chosen_cb (TelaahPictureView *self)
{
  fall_behind (self);
}

static void
activated_cb (TelaahPictureView *self)
{
  TelaahPicture *picture = telaah_picture_canvas_get_picture (self->canvas);
  TelaahPicturePlace place;
  const char *row, *column;

  if (!telaah_picture_canvas_get_place (self->canvas, &place))
    return;

  row = telaah_picture_get_row (picture, place);
  column = telaah_picture_get_column (picture, place);

  if (self->kind == TELAAH_PICTURE_HEATMAP)
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column);
  else if (self->kind == TELAAH_PICTURE_COOCCURRENCE)
    g_signal_emit (self, signals[PAIR_ACTIVATED], 0, row, column);
  else if (place.column < 0)
    g_signal_emit (self, signals[PASSAGES_WANTED], 0, row, column);
  else
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, column, telaah_picture_get_span (picture, place).start);
}

/* ---- Files ---- */

typedef struct
{
  TelaahPicture *picture;
  char          *format;
  GFile         *file;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  telaah_picture_free (save->picture);
  g_free (save->format);
  g_object_unref (save->file);
  g_free (save);
}

static void
save_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Save *save = data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (g_str_equal (save->format, "svg"))
    bytes = telaah_picture_to_svg (save->picture);
  else if (g_str_equal (save->format, "png"))
    bytes = telaah_picture_to_png (save->picture, PNG_SCALE);
  else
    bytes = telaah_picture_to_csv (save->picture);

  if (g_file_replace_contents (save->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  TelaahPictureView *self = TELAAH_PICTURE_VIEW (object);
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *message = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  message = g_strdup_printf (_("Saved “%s”"), name);
  g_signal_emit (self, signals[SAVED], 0, message);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  TelaahPictureView *self = TELAAH_PICTURE_VIEW (user_data);

  if (self->format != NULL)
    telaah_picture_view_save (self, self->format, file);
}

/* Without what the name of a file cannot have, and without blanks that are left where it was. */
static char *
dup_clean (const char *name)
{
  g_auto(GStrv) parts = g_strsplit_set (name, " /\\:*?\"<>|\n\t", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) kept = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  kept = g_strv_builder_end (builder);

  return g_strjoinv (" ", kept);
}

/* "Digital diplomacy – heat map.svg" */
static char *
dup_name (TelaahPictureView *self,
          const char        *format)
{
  static const char *const kinds[TELAAH_N_PICTURE_KINDS] = {
    [TELAAH_PICTURE_HEATMAP] = N_("heat map"),
    [TELAAH_PICTURE_COOCCURRENCE] = N_("co-occurrence"),
    [TELAAH_PICTURE_PORTRAITS] = N_("portraits"),
  };
  const char *title = telaah_session_get_title (self->session);
  g_autofree char *name = title != NULL && *title != '\0' ? g_strdup_printf ("%s – %s", title, _(kinds[self->kind]))
                                                          : g_strdup (_(kinds[self->kind]));
  g_autofree char *clean = dup_clean (name);

  return g_strdup_printf ("%s.%s", clean, format);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TelaahPictureView *self = TELAAH_PICTURE_VIEW (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  gboolean svg = g_str_equal (format, "svg"), png = g_str_equal (format, "png");
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  g_free (self->format);
  self->format = g_strdup (format);
  name = dup_name (self, format);
  telaah_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)),
                            svg || png ? _("Save the Picture") : _("Save the Numbers"), name,
                            svg ? TELAAH_FILES_SVG : png ? TELAAH_FILES_PNG : TELAAH_FILES_CSV,
                            chosen_cb, G_OBJECT (self));
}

/* ---- The widget ---- */

static void
telaah_picture_view_map (GtkWidget *widget)
{
  TelaahPictureView *self = TELAAH_PICTURE_VIEW (widget);

  GTK_WIDGET_CLASS (telaah_picture_view_parent_class)->map (widget);

  if (self->behind)
    fall_behind (self);
}

static gboolean
telaah_picture_view_grab_focus (GtkWidget *widget)
{
  TelaahPictureView *self = TELAAH_PICTURE_VIEW (widget);

  if (self->behind && telaah_picture_canvas_get_picture (self->canvas) == NULL)
    {
      self->to_focus = TRUE;
      return TRUE;
    }

  return gtk_widget_grab_focus (GTK_WIDGET (self->canvas)) ||
         GTK_WIDGET_CLASS (telaah_picture_view_parent_class)->grab_focus (widget);
}

static void
telaah_picture_view_dispose (GObject *object)
{
  TelaahPictureView *self = TELAAH_PICTURE_VIEW (object);

  if (self->session != NULL)
    telaah_picture_view_set_session (self, NULL);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_pointer (&self->format, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_PICTURE_VIEW);

  G_OBJECT_CLASS (telaah_picture_view_parent_class)->dispose (object);
}

static guint
add_signal (TelaahPictureViewClass *klass,
            const char             *name,
            guint                   n_parameters,
            GType                   second)
{
  GType types[] = { G_TYPE_STRING, second };

  return g_signal_newv (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE,
                        n_parameters, types);
}

static void
telaah_picture_view_class_init (TelaahPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_picture_view_dispose;
  widget_class->map = telaah_picture_view_map;
  widget_class->grab_focus = telaah_picture_view_grab_focus;

  signals[CELL_ACTIVATED] = add_signal (klass, "cell-activated", 2, G_TYPE_STRING);
  signals[PAIR_ACTIVATED] = add_signal (klass, "pair-activated", 2, G_TYPE_STRING);
  signals[PASSAGES_WANTED] = add_signal (klass, "passages-wanted", 2, G_TYPE_STRING);
  signals[PLACE_ACTIVATED] = add_signal (klass, "place-activated", 2, G_TYPE_UINT);
  signals[SAVED] = add_signal (klass, "saved", 1, G_TYPE_NONE);
  signals[FAILED] = add_signal (klass, "failed", 1, G_TYPE_NONE);

  g_type_ensure (TELAAH_TYPE_PICTURE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-picture-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, scale_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, measure_drop);
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, export_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TelaahPictureView, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, measure_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.export", "s", export_cb);
  gtk_widget_class_set_css_name (widget_class, "pictureview");
}

static void
telaah_picture_view_init (TelaahPictureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.export", FALSE);
  self->behind = TRUE;
}

GtkWidget *
telaah_picture_view_new (void)
{
  return g_object_new (TELAAH_TYPE_PICTURE_VIEW, NULL);
}

/* @session: (nullable): */
void
telaah_picture_view_set_session (TelaahPictureView *self,
                                 TelaahSession     *session)
{
  g_return_if_fail (TELAAH_IS_PICTURE_VIEW (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  /* Blank for the moment that it takes: nothing is said to be missing before that is known. */
  telaah_picture_canvas_take (self->canvas, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.export", FALSE);
  fall_behind (self);
}

void
telaah_picture_view_set_kind (TelaahPictureView *self,
                              TelaahPictureKind  kind)
{
  g_return_if_fail (TELAAH_IS_PICTURE_VIEW (self));
  g_return_if_fail (kind < TELAAH_N_PICTURE_KINDS);

  if (self->kind == kind)
    return;

  self->kind = kind;
  fall_behind (self);
}

TelaahPictureKind
telaah_picture_view_get_kind (TelaahPictureView *self)
{
  return self->kind;
}

/**
 * telaah_picture_view_save:
 * @format: "svg", "png" or "csv"
 *
 * Writes the picture as the session is now, in a thread; "saved" or "failed" tells when it is done.
 */
void
telaah_picture_view_save (TelaahPictureView *self,
                          const char        *format,
                          GFile             *file)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* Translators: a date for g_date_time_format(): "21 November 2026". */
  g_autofree char *date = g_date_time_format (now, _("%-d %B %Y"));
  g_autoptr(GTask) task = NULL;
  Save *save;

  g_return_if_fail (TELAAH_IS_PICTURE_VIEW (self) && self->session != NULL);

  save = g_new0 (Save, 1);
  save->picture = make_picture (self);
  save->format = g_strdup (format);
  save->file = g_object_ref (file);
  telaah_picture_set_title (save->picture, telaah_session_get_title (self->session), date);

  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_worker);
}
