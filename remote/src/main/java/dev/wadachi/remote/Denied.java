package dev.wadachi.remote;

import java.io.IOException;

/// The remote will not do this, however often it is asked: no permission, no such bucket, a setting that is wrong.
final class Denied extends IOException {

    Denied(String message) {
        super(message);
    }
}
