package dev.wadachi.remote;

/// Collections of the remote leave an object each, so that other machines stop believing what they knew of it.
final class CollectionNotes {

    /// Where they lie, named by time.
    static final String FOLDER = "collections";

    private CollectionNotes() {}
}
