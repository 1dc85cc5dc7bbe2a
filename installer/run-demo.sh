#!/bin/sh
# From a clean clone on Debian 12 to a proposed implant: installs what is missing, builds the command line, runs it on
# the small reference case. Arguments go to `hipwright-cli infer`, for example: installer/run-demo.sh --force
set -eu
cd "$(dirname "$0")/.."
installer/setup-debian.sh
cmake --preset release
cmake --build --preset release --target hipwright-cli

# The networks of this case are small and trained on noise: they show that everything works, not what an implant is.
case=tests/golden/case_A
save=demo-output
build/release/bin/hipwright-cli infer --cond "$case/ct.nii.gz" \
  --vae-pre "$case/vae_pre.pt" --vae-metal "$case/vae_metal.pt" --ldm "$case/ldm.pt" --profile "$case/profile.json" \
  --seed 42 --cfg 3 --ts 50 --summary --save "$save" "$@"

echo
echo "The outputs are in $PWD/$save:"
find "$save" -type f | sort
