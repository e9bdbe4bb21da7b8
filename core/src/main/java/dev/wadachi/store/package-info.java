/// Where blobs, traces and runs live: `.wadachi/`, a folder that people can look into, or a bucket.
///
/// Everything that is not a blob is JSON: `traces/Train/<key>/<fingerprint>/1.json` says what happened once,
/// `runs/<id>/run.json` how a run went, `accepts/`, `revocations/` and `pins/` what people said about it,
/// `published/shop/forecast/1.json` what projects offer each other. A file gets
/// its name in one step and is never changed, so a kill at any instant leaves whole files only, and a lock is never
/// needed to be right.
///
/// Three types to know: [Store][dev.wadachi.store.Store] (opens, collects, closes), [Traces][dev.wadachi.store.Traces]
/// (what was computed under which fingerprint) and [Place][dev.wadachi.store.Place] (the few operations that a folder
/// or a bucket must offer below).
///
/// ```java
/// try (Store store = Store.open(Path.of(".wadachi"))) {
///     History history = store.traces().history(key, fingerprint.total());
///     Optional<Recorded> hit = history.newest();
///     Optional<Stored> value = hit.flatMap(recorded -> store.blobs().open(recorded.trace().output()));
/// }
/// ```
@NullMarked
package dev.wadachi.store;

import org.jspecify.annotations.NullMarked;
