package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// What a jar's table of contents says: names, sizes and check sums of its entries, without reading one of them.
final class JarIndex {

    private JarIndex() {}

    /// Jars' times are often whole seconds that a build or a download gave them, so they are told apart by this.
    static Digest of(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return of(zip);
        }
    }

    static Digest of(ZipFile jar) {
        Hasher index = Hasher.create();
        jar.stream()
                .forEach(entry ->
                        index.text(entry.getName()).number(entry.getCrc()).number(entry.getSize()));
        return index.finish();
    }
}
