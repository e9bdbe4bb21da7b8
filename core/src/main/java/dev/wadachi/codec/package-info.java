/// How the values of tasks become bytes, and come back: the codec of each type, found from the task's signature.
///
/// | a task of | is stored as | codec |
/// |---|---|---|
/// | numbers, dates, enums, records, sealed interfaces of records; List, Set, Map, Optional of these | JSON | `json` |
/// | `String` | its UTF-8 | `text` |
/// | `byte[]` | itself | `bytes` |
/// | `BufferedImage` | PNG | `png` |
/// | `Folder` | a part for each file | `folder` |
/// | `External` | where it is, and its stamp | `external` |
/// | a record of which a component is none of these | a part for each component | `record(…)` |
/// | anything else | as a `Codec` says that `ServiceLoader` finds | its own |
///
/// Equal values give equal bytes. Maps and sets are written in the order of their keys and elements, because equal maps
/// may iterate differently: an insertion order is not kept. No Java serialization is ever written or read.
///
/// Three types to know: [Codecs][dev.wadachi.codec.Codecs] (finds the codec),
/// [Codec][dev.wadachi.task.Codec] (to write one's own) and [PartName][dev.wadachi.codec.PartName] (which part a method
/// reference means).
///
/// ```java
/// Codec<?> codec = Codecs.ofTask(Train.class);
/// Encoded encoded = Codecs.ofType(LocalDate.class).encode(LocalDate.of(2021, 8, 2), scratch);
/// ```
@NullMarked
package dev.wadachi.codec;

import org.jspecify.annotations.NullMarked;
