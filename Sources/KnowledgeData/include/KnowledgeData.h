#pragma once

#include <stddef.h>
#include <string.h>

/// The knowledge files of one family of languages as they were at build time: JSON texts, each ended by a NUL.
/// Valid for the life of the process.
typedef struct {
  const char *family;
  const char *bytes;
  size_t count;
} LacunaKnowledge;

/// How many families there are.
size_t lacuna_knowledge_count(void);

/// All null where there is no family of that index. In the order of their names.
LacunaKnowledge lacuna_knowledge(size_t index);

/// How long the text is that begins there. The library's search, because every byte of the knowledge is looked at.
static inline size_t lacuna_knowledge_length(const char *text) {
  return strlen(text);
}
