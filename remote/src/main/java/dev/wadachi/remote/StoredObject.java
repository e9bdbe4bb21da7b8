package dev.wadachi.remote;

import java.time.Instant;

/// An object of the remote, as a listing shows it.
///
/// @param name its full name, such as `blobs/ab/cd…`
/// @param size in bytes
/// @param modified when it was written
/// @param tag what is another when its content is: an ETag; empty where the storage has none
record StoredObject(String name, long size, Instant modified, String tag) {}
