package dev.wadachi.digest;

/// What a folder comes to: all that a stamp of it needs.
///
/// @param digest of its [FolderListing]
/// @param bytes in all its files
public record FolderTotal(Digest digest, long bytes) {

    /// What these files come to.
    public static FolderTotal of(FolderListing listing) {
        return new FolderTotal(listing.digest(), listing.bytes());
    }
}
