#pragma once

#include <stddef.h>
#include <string.h>

/// The knowledge files of one language family as they were at build time: JSON texts, each ended by a NUL.
/// Valid for the life of the process.
typedef struct {
  const char *bytes;
  size_t count;
} LacunaKnowledge;

LacunaKnowledge lacuna_knowledge_javascript(void);
LacunaKnowledge lacuna_knowledge_python(void);

/// How long the text is that begins there. The library's search, because every byte of the knowledge is looked at.
static inline size_t lacuna_knowledge_length(const char *text) {
  return strlen(text);
}
