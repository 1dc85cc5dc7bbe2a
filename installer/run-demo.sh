#!/bin/sh
# From a clean clone on Debian 12 to a proposed implant: installs what is missing, builds the command line, lets the
# demo model propose an implant for a procedural hip, and compares it with the one that belongs into this hip.
# Arguments go to `hipwright-cli infer`, for example: installer/run-demo.sh --force
set -eu
cd "$(dirname "$0")/.."
installer/setup-debian.sh
cmake --preset release -DHIPWRIGHT_GUI=OFF # the window is not needed here; the next configuring brings it back
cmake --build --preset release --target hipwright-cli

# Threads that wait for each other sleep: on a machine that is busy otherwise, spinning makes small networks several
# times slower.
export OMP_WAIT_POLICY=PASSIVE
cli=build/release/bin/hipwright-cli
set=build/release/share/hipwright/models/demo
save=$PWD/demo-output
mkdir -p "$save"

# Training draws its hips from small seeds; this one it never saw.
hip=$save/hip_9000001
"$cli" phantom --seed 9000001 --side right --spacing 1,1,1 --size 96,80,144 --save "$hip" > /dev/null

"$cli" infer --cond "$hip/ct.nii.gz" --model "$set" --cfg 2 --ts 50 --seed 42 --summary --save "$save" "$@" \
  > "$save/result.txt" || { status=$?; cat "$save/result.txt"; exit $status; }
cat "$save/result.txt"
run=$(sed -n 's/.*Results in //p' "$save/result.txt")
[ -n "$run" ] || exit 0 # --json was among the arguments

echo
echo "Against the implant that belongs into this hip ($hip/implant_sdf.nii.gz):"
"$cli" measure "$run" --truth "$hip/implant_sdf.nii.gz"
