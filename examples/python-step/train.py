"""Learns weekly demand from the first half of a year, and predicts the second.

Reads features.csv; leaves predictions.csv and metrics.json.
"""

import argparse
import json

import pandas
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error

INPUTS = ["month", "lag2", "lag3", "lag52"]

parser = argparse.ArgumentParser()
parser.add_argument("--trees", type=int, required=True)
trees = parser.parse_args().trees

rows = pandas.read_csv("features.csv")
before = rows["week"] < "2021-07-05"
train, test = rows[before], rows[~before]
print(f"{len(train)} rows to learn from, {len(test)} to predict")

# One thread and a seed: the same forest each time.
forest = RandomForestRegressor(n_estimators=trees, min_samples_leaf=3, random_state=0, n_jobs=1)
forest.fit(train[INPUTS], train["sold"])
print(f"progress 0.9 {trees} trees grown")

predicted = forest.predict(test[INPUTS])
test[["store", "item", "week"]].assign(prediction=predicted).to_csv("predictions.csv", index=False)
with open("metrics.json", "w") as file:
    json.dump({"mae": mean_absolute_error(test["sold"], predicted)}, file)
