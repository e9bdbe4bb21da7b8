package dev.wadachi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is read from a model file of XGBoost.
///
/// @param width the number of columns
/// @param baseScore what every sum starts from
/// @param trees in the order in which they are added
record XgboostJson(int width, float baseScore, List<Tree> trees) {

    /// Objectives whose answer is the plain sum of leaves.
    private static final Set<String> PLAIN =
            Set.of("reg:squarederror", "reg:absoluteerror", "reg:pseudohubererror", "reg:quantileerror");

    static XgboostJson read(byte[] file) {
        Json learner = Json.parse(file, "the booster").get("learner");
        Json numbers = learner.get("learner_model_param");
        Json booster = learner.get("gradient_booster");
        require("objective", learner.get("objective").get("name").text(), PLAIN);
        require("booster", booster.get("name").text(), Set.of("gbtree"));
        require("number of classes", numbers.get("num_class").text(), Set.of("0"));
        require("number of targets", numbers.get("num_target").text(), Set.of("1"));
        int width = numbers.get("num_feature").integer();
        List<Tree> trees = new ArrayList<>();
        for (Json tree : booster.get("model").get("trees").list()) {
            trees.add(tree(tree, width));
        }
        return new XgboostJson(width, numbers.get("base_score").single(), List.copyOf(trees));
    }

    private static void require(String what, String found, Set<String> readable) {
        if (!readable.contains(found)) {
            throw new ModelException("The booster's " + what + " is " + found + ", but this version reads "
                    + readable.stream().sorted().toList() + ". Predict with the XGBoost library instead.");
        }
    }

    private static Tree tree(Json tree, int width) {
        if (!tree.get("categories").list().isEmpty()) {
            throw new ModelException("The booster splits on categories, which this version does not read. Train it on"
                    + " one-hot or ordinal columns.");
        }
        int[] left = tree.get("left_children").integers();
        int[] right = tree.get("right_children").integers();
        int[] column = tree.get("split_indices").integers();
        float[] threshold = tree.get("split_conditions").singles();
        int[] defaults = tree.get("default_left").flags();
        boolean[] missingGoesLeft = new boolean[defaults.length];
        for (int node = 0; node < defaults.length; node++) {
            missingGoesLeft[node] = defaults[node] != 0;
        }
        check(left, right, column, width);
        return new Tree(left, right, column, threshold, missingGoesLeft);
    }

    /// A damaged file must not lead the walk in circles or out of its arrays. Where no node is the child of two, and
    /// the root is nobody's, every walk ends.
    private static void check(int[] left, int[] right, int[] column, int width) {
        boolean[] isChild = new boolean[left.length];
        for (int node = 0; node < left.length; node++) {
            if (left[node] >= 0
                    && !(adopt(left[node], isChild)
                            && adopt(right[node], isChild)
                            && column[node] >= 0
                            && column[node] < width)) {
                throw new ModelException("The booster is damaged: node " + node + " of a tree has the children "
                        + left[node] + " and " + right[node] + " and splits column " + column[node] + " of " + width
                        + ".");
            }
        }
    }

    private static boolean adopt(int child, boolean[] isChild) {
        if (child <= 0 || child >= isChild.length || isChild[child]) {
            return false;
        }
        isChild[child] = true;
        return true;
    }
}
