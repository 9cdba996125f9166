"""Why a model says what it says: searches, influences, confidence and memories, taken apart. No Qt."""
