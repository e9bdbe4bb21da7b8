package dev.wadachi.codec;

import dev.wadachi.task.Stored;
import java.io.IOException;

/// The bytes of a value that is stored in one blob.
final class Whole {

    private Whole() {}

    static byte[] bytes(Stored stored, String codec) throws IOException {
        return switch (stored) {
            case Stored.Whole whole -> whole.blob().bytes();
            case Stored.Parts parts ->
                throw new IOException("A value stored as " + codec + " is one blob, but here are the parts "
                        + parts.parts().keySet() + ".");
        };
    }
}
