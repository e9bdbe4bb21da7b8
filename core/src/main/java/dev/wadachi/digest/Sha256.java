package dev.wadachi.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Where fresh SHA-256 computations come from.
interface Sha256 {

    /// A prototype to clone: looking an algorithm up among the providers costs more than hashing a small value.
    MessageDigest PROTOTYPE = lookUp();

    static MessageDigest get() {
        try {
            return (MessageDigest) PROTOTYPE.clone();
        } catch (CloneNotSupportedException notCloneable) {
            return lookUp();
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
