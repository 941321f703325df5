/* From the command to the first frame of the sample project, against that of an empty window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bench/telaah-bench.h"

#define N_STARTS 11

/* What does not start in so many seconds is not there to be measured: the alarm ends us. */
#define PATIENCE 60

static double
get_cpu_of (const char *pid)
{
  struct timespec time = { 0 };
  clockid_t clock;

  if (clock_getcpuclockid (atoi (pid), &clock) != 0 || clock_gettime (clock, &time) != 0)
    g_error ("The processor time of process %s can't be read", pid);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* Returns: milliseconds until the program said that its first frame was drawn; those of the processor in @cpu */
static double
start (GSubprocessLauncher *launcher,
       const char          *program,
       const char          *argument,
       double              *cpu)
{
  double begin = telaah_bench_get_wall (), taken;
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_launcher_spawn (launcher, &error, program, argument, NULL);
  g_autoptr(GDataInputStream) output = NULL;
  gboolean drawn = FALSE;

  if (process == NULL)
    g_error ("%s", error->message);

  alarm (PATIENCE);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while (!drawn)
    {
      g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);

      if (line == NULL)
        g_error ("%s ended before its first frame", program);
      drawn = strstr (line, "first frame") != NULL;
    }

  taken = telaah_bench_get_wall () - begin;
  *cpu = get_cpu_of (g_subprocess_get_identifier (process));
  alarm (0);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);

  return taken;
}

/* Both in the same surroundings: without GL, as telaah chooses for itself where there is no GPU. */
static GSubprocessLauncher *
launcher_new (const char *home)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                             G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "telaah-app", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", "cairo", TRUE);
  g_subprocess_launcher_setenv (launcher, "GDK_DEBUG", "gl-disable", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", home, TRUE);

  return launcher;
}

int
main (int   argc,
      char *argv[])
{
  TelaahRatio *wall = telaah_ratio_new ("start-wall", 2), *cpu = telaah_ratio_new ("start-cpu", 2);
  g_autofree char *home = g_mkdtemp (g_canonicalize_filename ("bench-XXXXXX", NULL));
  g_autofree char *clean = g_strdup_printf ("rm -rf '%s'", home);
  g_autoptr(GSubprocessLauncher) launcher = launcher_new (home);

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-start TELAAH BARE\n");
      return 2;
    }

  for (int i = 0; i <= N_STARTS; i++)
    {
      double own_cpu, bare_cpu;
      double own = start (launcher, argv[1], "--sample", &own_cpu);
      double bare = start (launcher, argv[2], NULL, &bare_cpu);

      /* The first time the sample project is copied, and files come from the disk. */
      if (i == 0)
        continue;
      telaah_ratio_add (wall, own, bare);
      telaah_ratio_add (cpu, own_cpu, bare_cpu);
    }

  telaah_ratio_print (wall, "an empty window");
  telaah_ratio_print (cpu, "an empty window");

  return system (clean) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
