/* What is known of one source, in a dialog: one verb for all that has been changed in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-source-cite.h"

G_DEFINE_FINAL_TYPE (TelaahSourceDialog, telaah_source_dialog, ADW_TYPE_WINDOW)

/* How far the reading has come, as the rows of its list. */
static const char *const readings[] = { "", "reading", "read" };

/**
 * telaah_source_date_is_valid:
 *
 * Returns: whether @date is unknown (empty) or a date of the kind 2021, 2021-03 or 2021-03-04
 */
gboolean
telaah_source_date_is_valid (const char *date)
{
  static const char pattern[] = "0000-00-00";
  gsize length = strlen (date);
  guint year, month, day;

  if (length == 0)
    return TRUE;
  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (date[i]) : date[i] != pattern[i])
      return FALSE;

  year = atoi (date);
  month = length > 4 ? atoi (date + 5) : 1;
  day = length > 7 ? atoi (date + 8) : 1;

  return g_date_valid_dmy (day, month, year);
}

/* ---- Fields ---- */

const char *
telaah_source_dialog_get_key (guint field)
{
  return field == TELAAH_SOURCE_READING ? "reading" : telaah_reference_key_to_string (field);
}

/* Of what is typed, as it will be kept; never NULL. */
char *
telaah_source_dialog_dup_value (TelaahSourceDialog *self,
                                guint               field)
{
  GtkWidget *row = self->rows[field];
  char *text, *kept = NULL;

  if (field == TELAAH_SOURCE_READING)
    return g_strdup (readings[adw_combo_row_get_selected (ADW_COMBO_ROW (row))]);
  if (field == TELAAH_REFERENCE_MEDIUM)
    return g_strdup (self->media->pdata[adw_combo_row_get_selected (ADW_COMBO_ROW (row))]);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  if (field == TELAAH_REFERENCE_DOI && strcmp (text, self->before[field]) != 0)
    kept = telaah_reference_dup_doi (text);
  else if (field == TELAAH_REFERENCE_PAGES && strcmp (text, self->before[field]) != 0)
    kept = telaah_reference_dup_pages (text);

  if (kept == NULL)
    return text;

  g_free (text);
  return kept;
}

/* A type that the list does not have yet, from a file or from a reference, joins it. */
static guint
find_medium (TelaahSourceDialog *self,
             const char         *medium)
{
  guint i = 0;

  while (i < self->media->len && strcmp (self->media->pdata[i], medium) != 0)
    i++;
  if (i < self->media->len)
    return i;

  g_ptr_array_add (self->media, g_strdup (medium));
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (self->rows[TELAAH_REFERENCE_MEDIUM]))),
                          telaah_medium_get_label (medium));
  return i;
}

static guint
find_reading (const char *reading)
{
  for (guint i = 1; i < G_N_ELEMENTS (readings); i++)
    if (strcmp (readings[i], reading) == 0)
      return i;

  return 0;
}

static void
set_value (TelaahSourceDialog *self,
           guint               field,
           const char         *value)
{
  GtkWidget *row = self->rows[field];

  if (field == TELAAH_SOURCE_READING)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_reading (value));
  else if (field == TELAAH_REFERENCE_MEDIUM)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_medium (self, value));
  else
    gtk_editable_set_text (GTK_EDITABLE (row), value);
}

/* ---- Validation ---- */

static gboolean
is_valid (TelaahSourceDialog *self,
          guint               field,
          const char         *value)
{
  g_autofree char *kept = NULL;

  /* What was there before is not blamed on who did not write it. */
  if (*value == '\0' || strcmp (value, self->before[field]) == 0)
    return TRUE;

  switch (field)
    {
    case TELAAH_REFERENCE_DATE:
    case TELAAH_REFERENCE_ACCESSED:
      return telaah_source_date_is_valid (value);

    case TELAAH_REFERENCE_DOI:
      return (kept = telaah_reference_dup_doi (value)) != NULL;

    case TELAAH_REFERENCE_LANGUAGE:
      return g_strcmp0 (kept = telaah_reference_dup_language (value), value) == 0;

    default:
      return TRUE;
    }
}

static gboolean
check (TelaahSourceDialog *self,
       guint               field,
       GtkWidget          *hint)
{
  g_autofree char *value = telaah_source_dialog_dup_value (self, field);
  gboolean valid = is_valid (self, field, value);
  GtkWidget *row = self->rows[field];

  if (valid)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  gtk_widget_set_visible (hint, !valid);

  return valid;
}

/* key, value, …, NULL: what is not as it was. */
static GStrv
dup_changes (TelaahSourceDialog *self)
{
  g_autoptr(GStrvBuilder) pairs = g_strv_builder_new ();

  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    {
      g_autofree char *now = telaah_source_dialog_dup_value (self, i);

      if (strcmp (now, self->before[i]) != 0)
        g_strv_builder_add_many (pairs, telaah_source_dialog_get_key (i), now, NULL);
    }
  telaah_attribute_group_list_changes (self->attributes, pairs);

  return g_strv_builder_end (pairs);
}

static void
changed_cb (TelaahSourceDialog *self)
{
  g_auto(GStrv) changes = NULL;
  gboolean valid;

  if (self->setting)
    return;

  changes = dup_changes (self);
  valid = check (self, TELAAH_REFERENCE_DATE, self->date_hint);
  valid &= check (self, TELAAH_REFERENCE_ACCESSED, self->accessed_hint);
  valid &= check (self, TELAAH_REFERENCE_DOI, self->doi_hint);
  valid &= check (self, TELAAH_REFERENCE_LANGUAGE, self->language_hint);
  gtk_widget_set_sensitive (self->apply_button, valid && changes[0] != NULL);
}

/**
 * telaah_source_dialog_set_values:
 * @values: (array): of each field, or %NULL where it stays
 */
void
telaah_source_dialog_set_values (TelaahSourceDialog *self,
                                 const char *const  *values)
{
  self->setting = TRUE;
  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    if (values[i] != NULL)
      set_value (self, i, values[i]);
  self->setting = FALSE;
  changed_cb (self);
}

/* ---- Commands ---- */

void
telaah_source_dialog_tell (TelaahSourceDialog *self,
                           const char         *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
apply_cb (TelaahSourceDialog *self)
{
  g_auto(GStrv) changes = dup_changes (self);
  g_autoptr(GError) error = NULL;

  if (telaah_session_describe_source (self->session, self->source, (const char *const *) changes, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    telaah_source_dialog_tell (self, error->message);
}

/* The reference as the fields have it now, saved or not. */
static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (widget);
  g_autoptr(TelaahReference) reference = g_new0 (TelaahReference, 1);
  TelaahSourceFields fields;

  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    reference->values[i] = telaah_source_dialog_dup_value (self, i);

  fields = telaah_reference_as_fields (reference);
  fields.id = fields.sha256 = self->source;
  if (telaah_source_copy_reference_as (widget, &fields, g_variant_get_string (parameter, NULL)))
    telaah_source_dialog_tell (self, _("Reference copied."));
}

static void
paste_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  telaah_source_dialog_paste (TELAAH_SOURCE_DIALOG (widget));
}

/* Back from the list of references, or out of the dialog. */
static void
escape_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (widget);

  if (self->references != NULL)
    telaah_source_dialog_show_details (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
take_back_cb (TelaahSourceDialog *self)
{
  telaah_source_dialog_take_back (self);
}

static void
chosen_cb (TelaahSourceDialog *self,
           guint               position)
{
  telaah_source_dialog_choose (self, position);
}

static void
cancelled_cb (TelaahSourceDialog *self)
{
  telaah_source_dialog_show_details (self);
}

/* ---- The dialog ---- */

static void
fill_attributes (TelaahSourceDialog *self)
{
  g_autoptr(GPtrArray) pairs = telaah_session_dup_attributes (self->session, self->source);
  g_autoptr(GPtrArray) names = telaah_session_dup_attributes (self->session, NULL);

  telaah_attribute_group_fill (self->attributes, pairs, names);
}

static void
fill (TelaahSourceDialog *self)
{
  TelaahSource *source = telaah_session_find_source (self->session, self->source);
  const TelaahSourceFields *f = telaah_source_fields (source);
  const char *const values[TELAAH_N_SOURCE_FIELDS] = {
    [TELAAH_REFERENCE_TITLE] = f->title, [TELAAH_REFERENCE_AUTHOR] = f->author,
    [TELAAH_REFERENCE_PUBLISHER] = f->publisher, [TELAAH_REFERENCE_DATE] = f->date, [TELAAH_REFERENCE_URL] = f->url,
    [TELAAH_REFERENCE_LANGUAGE] = f->language, [TELAAH_REFERENCE_MEDIUM] = f->medium,
    [TELAAH_REFERENCE_CONTAINER] = f->container, [TELAAH_REFERENCE_VOLUME] = f->volume,
    [TELAAH_REFERENCE_ISSUE] = f->issue, [TELAAH_REFERENCE_PAGES] = f->pages, [TELAAH_REFERENCE_DOI] = f->doi,
    [TELAAH_REFERENCE_ACCESSED] = f->accessed, [TELAAH_SOURCE_READING] = f->reading,
  };
  g_autofree char *characters = g_strdup_printf ("%'u", f->characters);
  g_autofree char *words = g_strdup_printf ("%'u", f->words);

  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    self->before[i] = g_strdup (values[i] != NULL ? values[i] : "");
  fill_attributes (self);

  adw_window_title_set_subtitle (self->window_title, telaah_source_get_name (source));
  gtk_label_set_text (self->file_name, f->file_name != NULL ? f->file_name : _("unknown"));
  gtk_label_set_text (self->characters, characters);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->sha256, f->sha256);
  telaah_source_dialog_set_values (self, (const char *const *) self->before);
}

static void
telaah_source_dialog_dispose (GObject *object)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SOURCE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_source_dialog_parent_class)->dispose (object);
}

static void
telaah_source_dialog_finalize (GObject *object)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (object);

  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    {
      g_free (self->before[i]);
      g_free (self->unfilled[i]);
    }
  g_free (self->source);
  g_ptr_array_unref (self->media);
  g_clear_pointer (&self->references, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_source_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, telaah_source_dialog_get_key (i), FALSE,
                                               G_STRUCT_OFFSET (TelaahSourceDialog, rows[i]));
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, date_hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, accessed_hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, doi_hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, language_hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, attributes);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, characters);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, words);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, sha256);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, toasts);
}

static void
telaah_source_dialog_class_init (TelaahSourceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_source_dialog_dispose;
  object_class->finalize = telaah_source_dialog_finalize;

  g_type_ensure (TELAAH_TYPE_ATTRIBUTE_GROUP);
  g_type_ensure (TELAAH_TYPE_REFERENCE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-source-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);

  gtk_widget_class_install_action (widget_class, "reference.paste", NULL, paste_action_cb);
  gtk_widget_class_install_action (widget_class, "reference.copy", "s", copy_action_cb);
  gtk_widget_class_install_action (widget_class, "details.back", NULL, escape_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "details.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_C, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reference.copy",
                                       "s", "apa");
}

static void
make_media (TelaahSourceDialog *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  const char *const *all = telaah_media_get_all ();

  self->media = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->media, g_strdup (""));
  gtk_string_list_append (labels, _("Not stated"));
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_ptr_array_add (self->media, g_strdup (all[i]));
      gtk_string_list_append (labels, telaah_medium_get_label (all[i]));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[TELAAH_REFERENCE_MEDIUM]), G_LIST_MODEL (labels));
}

/* The arrow beside the button has but a tooltip, and its own inside has the focus. */
static void
name_arrow (TelaahSourceDialog *self)
{
  GtkWidget *arrow = gtk_widget_get_last_child (self->copy_button);

  for (; arrow != NULL; arrow = gtk_widget_get_first_child (arrow))
    if (GTK_IS_MENU_BUTTON (arrow) || GTK_IS_TOGGLE_BUTTON (arrow))
      gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_split_button_get_dropdown_tooltip (ADW_SPLIT_BUTTON (self->copy_button)), -1);
}

static void
telaah_source_dialog_init (TelaahSourceDialog *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_media (self);
  name_arrow (self);
  telaah_source_dialog_listen (self);
}

/**
 * telaah_source_dialog_new:
 * @parent: (nullable): the window that has to wait
 * @source: its id; it has to be there
 */
GtkWidget *
telaah_source_dialog_new (GtkWindow     *parent,
                          TelaahSession *session,
                          const char    *source)
{
  TelaahSourceDialog *self;

  g_return_val_if_fail (TELAAH_IS_SESSION (session), NULL);
  g_return_val_if_fail (telaah_session_find_source (session, source) != NULL, NULL);

  self = g_object_new (TELAAH_TYPE_SOURCE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->source = g_strdup (source);
  fill (self);
  gtk_widget_grab_focus (self->rows[TELAAH_REFERENCE_TITLE]);

  return GTK_WIDGET (self);
}
