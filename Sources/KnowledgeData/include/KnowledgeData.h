#pragma once

#include <stddef.h>

/// The knowledge files of one language family as they were at build time: JSON texts, each ended by a NUL.
/// Valid for the life of the process.
typedef struct {
  const char *bytes;
  size_t count;
} LacunaKnowledge;

LacunaKnowledge lacuna_knowledge_javascript(void);
LacunaKnowledge lacuna_knowledge_python(void);
