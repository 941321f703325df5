/* Keeps a project's locks while other parts of this process look at its files.
 *
 * SQLite locks with fcntl(), and POSIX drops all such locks of a process on a file as soon as the process closes any
 * descriptor of that file. A file chooser that looks into the files of a folder to draw their icons does just that; the
 * next program that opens the project would then think itself alone, and take the write-ahead log away under us. Locks of
 * an open file description (Linux) survive it: as long as a project is open we hold two of these beside SQLite's own, in
 * the places where another program's SQLite looks (its file format document: the shared range of the database, and the
 * byte by which connections of the shared memory file are told).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "store/telaah-guard.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define SHARED_START  0x40000002
#define SHARED_LENGTH 510
#define MEMORY_BYTE   128

/* One a file of this process, however many stores it has open: closing a descriptor of ours drops locks, too, so that this
 * waits until the last has gone. */
struct _TelaahGuard
{
  dev_t device;
  ino_t inode;
  guint n_users;
  int   database;
  int   memory;     /* -1 until it is there */
};

static GMutex mutex;
static GPtrArray *guards;   /* TelaahGuard */

static void
lock (int   fd,
      off_t start,
      off_t length,
      short type)
{
#ifdef F_OFD_SETLK
  struct flock range = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &range) != 0)
    g_debug ("a project stands unguarded");
#endif
}

static TelaahGuard *
find (dev_t device,
      ino_t inode)
{
  for (guint i = 0; guards != NULL && i < guards->len; i++)
    {
      TelaahGuard *guard = guards->pdata[i];

      if (guard->device == device && guard->inode == inode)
        return guard;
    }

  return NULL;
}

/**
 * telaah_guard_enter:
 * @path: (type filename): a database that is about to be opened
 *
 * Returns: (nullable): to be given to telaah_guard_leave()
 */
TelaahGuard *
telaah_guard_enter (const char *path)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  int fd = -1;
  struct stat file;
  TelaahGuard *guard;

  if (stat (path, &file) != 0)
    return NULL;

  guard = find (file.st_dev, file.st_ino);
  if (guard == NULL && (fd = open (path, O_RDONLY | O_CLOEXEC)) >= 0)
    {
      guard = g_new0 (TelaahGuard, 1);
      guard->device = file.st_dev;
      guard->inode = file.st_ino;
      guard->database = fd;
      guard->memory = -1;
      if (guards == NULL)
        guards = g_ptr_array_new ();
      g_ptr_array_add (guards, guard);
    }

  if (guard != NULL)
    guard->n_users++;
  return guard;
}

/* Once the database has been read, so that its shared memory is there. */
void
telaah_guard_lock (TelaahGuard *self,
                   const char  *path)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *memory = g_strconcat (path, "-shm", NULL);

  if (self == NULL)
    return;

  if (self->memory < 0)
    self->memory = open (memory, O_RDONLY | O_CLOEXEC);
  lock (self->database, SHARED_START, SHARED_LENGTH, F_RDLCK);
  lock (self->memory, MEMORY_BYTE, 1, F_RDLCK);
}

/* Before the database is closed: the last one takes the log in, for which it must be alone. */
void
telaah_guard_unlock (TelaahGuard *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (self == NULL || self->n_users > 1)
    return;

  lock (self->database, SHARED_START, SHARED_LENGTH, F_UNLCK);
  lock (self->memory, MEMORY_BYTE, 1, F_UNLCK);
}

/* After it. */
void
telaah_guard_leave (TelaahGuard *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (self == NULL || --self->n_users > 0)
    return;

  close (self->database);
  if (self->memory >= 0)
    close (self->memory);
  g_ptr_array_remove_fast (guards, self);
  if (guards->len == 0)
    g_clear_pointer (&guards, g_ptr_array_unref);
  g_free (self);
}
