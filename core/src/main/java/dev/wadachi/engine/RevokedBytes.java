package dev.wadachi.engine;

import dev.wadachi.store.Revocation;

/// A body gave bytes that were found to be wrong, whoever computes them: nothing was kept.
final class RevokedBytes extends RuntimeException {

    private static final long serialVersionUID = 1;

    RevokedBytes(Node node, Revocation revocation) {
        super(node.label() + " gave bytes that were revoked: " + revocation.reason());
    }
}
