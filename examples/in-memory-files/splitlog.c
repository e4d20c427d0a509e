#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Stops with a message that names the file. */
static void fail(const char *path) {
  fprintf(stderr, "splitlog: %s: %s\n", path, strerror(errno));
  exit(1);
}

/* Appends every line of a log to the file in out that its first word names: "WARN low" to WARN.log. */
static int split(const char *name, const char *in, const char *out) {
  char path[512], line[4096], level[32], target[512];
  int lines = 0;
  snprintf(path, sizeof path, "%s/%s", in, name);
  FILE *log = fopen(path, "r");
  if (!log) fail(path);
  while (fgets(line, sizeof line, log)) {
    if (sscanf(line, "%31[A-Z]", level) != 1) strcpy(level, "OTHER");
    snprintf(target, sizeof target, "%s/%s.log", out, level);
    FILE *file = fopen(target, "a");
    if (!file || fputs(line, file) == EOF || fclose(file) == EOF) fail(target);
    lines++;
  }
  fclose(log);
  return lines;
}

/* splitlog IN OUT: sorts the lines of all logs in the folder IN into one file a level in OUT. */
int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: splitlog IN OUT\n");
    return 2;
  }
  DIR *folder = opendir(argv[1]);
  if (!folder) fail(argv[1]);
  int lines = 0;
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    if (entry->d_name[0] != '.') lines += split(entry->d_name, argv[1], argv[2]);
  }
  closedir(folder);
  printf("%d lines\n", lines);
  return 0;
}
