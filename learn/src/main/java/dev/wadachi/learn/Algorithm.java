package dev.wadachi.learn;

/// A learner of the catalogue, with its hyperparameters. Written as on the command line: `ridge(penalty=10)`.
public sealed interface Algorithm extends Learner permits LastValue, SeasonalNaive, Ridge, Gbdt {}
