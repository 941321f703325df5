/* Writes a package as ZIP into memory.
 *
 * libarchive gives every entry extra fields and a data descriptor, and has no option against it; OpenDocument wants
 * its first entry without either. So the few records are written here, and zlib (through GIO) does the rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (64 * 1024)

/* 1 January 1980, the first day there is: the same outline gives the same bytes. */
#define DAY 0x0021
#define UTF8_NAME 0x0800
#define DEFLATED 8

/* What gzip puts before and after a deflated stream. */
#define GZIP_HEADER 10
#define GZIP_TRAILER 8

struct _TelaahZip
{
  GByteArray *out;
  GByteArray *directory;
  guint       n_entries;
};

TelaahZip *
telaah_zip_new (void)
{
  TelaahZip *self = g_new0 (TelaahZip, 1);

  self->out = g_byte_array_new ();
  self->directory = g_byte_array_new ();

  return self;
}

void
telaah_zip_free (TelaahZip *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_free (self);
}

static void
put_16 (GByteArray *out,
        guint16     value)
{
  value = GUINT16_TO_LE (value);
  g_byte_array_append (out, (const guint8 *) &value, sizeof value);
}

static void
put_32 (GByteArray *out,
        guint32     value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (out, (const guint8 *) &value, sizeof value);
}

/* @content as gzip has it: deflated, with its checksum behind it. */
static GByteArray *
compress (GBytes  *content,
          GError **error)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GByteArray) out = g_byte_array_new ();
  gsize length = 0, used = 0;
  const guint8 *data = g_bytes_get_data (content, &length);
  GConverterResult result;

  do
    {
      gsize was = out->len, read = 0, written = 0;

      g_byte_array_set_size (out, was + BLOCK);
      result = g_converter_convert (G_CONVERTER (compressor), data != NULL ? data + used : (const guint8 *) "",
                                    length - used, out->data + was, BLOCK, G_CONVERTER_INPUT_AT_END,
                                    &read, &written, error);
      g_byte_array_set_size (out, was + written);
      used += read;
    }
  while (result == G_CONVERTER_CONVERTED);

  return result == G_CONVERTER_FINISHED ? g_steal_pointer (&out) : NULL;
}

/* What the entry's own header and the directory say alike. */
static void
put_entry (GByteArray *out,
           gboolean    stored,
           guint32     checksum,
           gsize       packed,
           gsize       length,
           const char *name)
{
  put_16 (out, stored ? 10 : 20);
  put_16 (out, g_str_is_ascii (name) ? 0 : UTF8_NAME);
  put_16 (out, stored ? 0 : DEFLATED);
  put_16 (out, 0);
  put_16 (out, DAY);
  put_32 (out, checksum);
  put_32 (out, packed);
  put_32 (out, length);
  put_16 (out, strlen (name));
  put_16 (out, 0);
}

static gboolean
set_too_large (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _("The document would be larger than its format allows."));

  return FALSE;
}

/**
 * telaah_zip_add:
 * @name: path in the package, with slashes
 *
 * Returns: %FALSE with @error set where the package grows too large
 */
gboolean
telaah_zip_add (TelaahZip   *self,
                const char  *name,
                GBytes      *content,
                gboolean     stored,
                GError     **error)
{
  g_autoptr(GByteArray) gzip = compress (content, error);
  gsize length, packed, at = self->out->len;
  const guint8 *data = g_bytes_get_data (content, &length);
  guint32 checksum;

  if (gzip == NULL)
    return FALSE;

  /* With no flag set the header has no more than its ten bytes. */
  g_return_val_if_fail (gzip->len >= GZIP_HEADER + GZIP_TRAILER && gzip->data[3] == 0, FALSE);

  packed = stored ? length : gzip->len - GZIP_HEADER - GZIP_TRAILER;
  if (self->n_entries == G_MAXUINT16 || at + packed > G_MAXINT32 || length > G_MAXINT32)
    return set_too_large (error);

  memcpy (&checksum, gzip->data + gzip->len - GZIP_TRAILER, sizeof checksum);
  checksum = GUINT32_FROM_LE (checksum);

  put_32 (self->out, 0x04034b50);
  put_entry (self->out, stored, checksum, packed, length, name);
  g_byte_array_append (self->out, (const guint8 *) name, strlen (name));
  if (packed > 0)
    g_byte_array_append (self->out, stored ? data : gzip->data + GZIP_HEADER, packed);

  put_32 (self->directory, 0x02014b50);
  put_16 (self->directory, 20);
  put_entry (self->directory, stored, checksum, packed, length, name);
  put_16 (self->directory, 0);      /* no comment, on the first disk, of no kind and attributes */
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_32 (self->directory, 0);
  put_32 (self->directory, at);
  g_byte_array_append (self->directory, (const guint8 *) name, strlen (name));
  self->n_entries++;

  return TRUE;
}

/**
 * telaah_zip_finish:
 *
 * Nothing can be added after it.
 *
 * Returns: (transfer full): the package
 */
GBytes *
telaah_zip_finish (TelaahZip  *self,
                   GError    **error)
{
  gsize at = self->out->len;

  if (at + self->directory->len > G_MAXINT32)
    {
      set_too_large (error);
      return NULL;
    }

  g_byte_array_append (self->out, self->directory->data, self->directory->len);
  put_32 (self->out, 0x06054b50);
  put_32 (self->out, 0);
  put_16 (self->out, self->n_entries);
  put_16 (self->out, self->n_entries);
  put_32 (self->out, self->directory->len);
  put_32 (self->out, at);
  put_16 (self->out, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}
