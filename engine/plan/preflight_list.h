// Everything a preflight can say, in one place: name and sentence. {name} is a value. The window holds a translation
// of each.
#pragma once

// clang-format off
#define HIPWRIGHT_PREFLIGHT_LIST(X) \
  /* values */ \
  X(HuRange, "Values from {low} to {high} HU.") \
  X(HuSpan, "Values span only {low} to {high}.") \
  X(HuShifted, "Values from {low} to {high}, most around {middle}: shifted by about 1024.") \
  X(HuTooHigh, "Values from {low} to {high}, most around {middle}: half of them are denser than any bone.") \
  X(HuShiftedTwice, "Values from {low} to {high}, most around {middle}: about 1024 too low, as if the intercept had been subtracted twice.") \
  X(HuAirElsewhere, "Air seems to lie around {air} HU instead of -1000.") \
  X(HuBodyElsewhere, "Most of the body lies around {body} HU, where neither fat (-100) nor muscle (50) belongs.") \
  X(HuScaleOpen, "Neither air nor fat is in view to check the scale by; most of the body lies around {body} HU and the densest bone at {bone} HU, where muscle (50) and cortex (600 to 1800) seldom do.") \
  X(HuTissuesElsewhere, "Fat and muscle seem to lie around {fat} and {muscle} HU instead of -100 and 50.") \
  X(HuMuchBelowAir, "{percent} % of the values lie below -1100 HU, lower than air.") \
  X(BeyondHu, "No scanner measures values that large; what the model does not know is taken for air or metal.") \
  X(NotHounsfield, "These are no Hounsfield units; export the CT with its rescale slope and intercept.") \
  X(ShiftBack, "Export the CT with its rescale intercept, or subtract 1024.") \
  X(ShiftUp, "Export the CT with its rescale intercept used once, or add 1024.") \
  X(CheckRescale, "The values seem to be scaled or shifted; check the rescale slope and intercept, because the model tells bone by its HU.") \
  X(NoBone, "No value is as dense as bone.") \
  X(BelowAir, "What is below -1024 HU is taken for air.") \
  /* voxels */ \
  X(VoxelSizes, "Voxels are {x} x {y} x {z} mm; the model works on {model_x} x {model_y} x {model_z} mm.") \
  X(TooCoarse, "Too coarse to show a hip; give a CT with voxels of 3 mm at most.") \
  X(TooSmall, "The whole CT is smaller than 5 mm: its header seems to count in another unit than millimetres. Export it in millimetres.") \
  X(Resampled, "Resampled to the model's grid; results are mapped back.") \
  X(SizesKept, "Used as they are: the model may take the hip for a larger or smaller one.") \
  X(Axes, "Index axes run towards {axes}.") \
  X(AxesOblique, "Index axes run towards {axes}, {degrees} degrees oblique.") \
  X(AxesKept, "Used as they are; the model was trained on {axes}.") \
  X(Turned, "Turned to {axes}.") \
  X(TurnedAndMirrored, "Turned to {axes}, then mirrored.") \
  /* side */ \
  X(SideUnknown, "The side is not known; the model takes either.") \
  X(SideUnknownLeft, "The side is not known, and nobody looked for it; the model was trained on left hips.") \
  X(SideUnknownRight, "The side is not known, and nobody looked for it; the model was trained on right hips.") \
  X(LeftAsked, "The left hip was asked for.") \
  X(RightAsked, "The right hip was asked for.") \
  X(LeftOfBoth, "Both hips were found; the left one is taken.") \
  X(RightOfBoth, "Both hips were found; the right one is taken.") \
  X(LeftOfWhole, "Both hips were found, and the model sees both at once; the CT is taken for that of a left one.") \
  X(RightOfWhole, "Both hips were found, and the model sees both at once; the CT is taken for that of a right one.") \
  X(LeftAlone, "This is a left hip.") \
  X(RightAlone, "This is a right hip.") \
  X(LeftAssumed, "No hip was recognised; it is taken for a left one.") \
  X(RightAssumed, "No hip was recognised; it is taken for a right one.") \
  X(LeftUnclear, "The region does not tell which of the hips it shows; it is taken for a left one.") \
  X(RightUnclear, "The region does not tell which of the hips it shows; it is taken for a right one.") \
  X(LeftNotSought, "The side was not looked for; it is taken for a left hip.") \
  X(RightNotSought, "The side was not looked for; it is taken for a right hip.") \
  X(LooksLeft, "What the CT shows there looks like a left hip.") \
  X(LooksRight, "What the CT shows there looks like a right hip.") \
  X(TakenAsAsked, "Taken as asked; on the wrong side the result is useless, so check the side.") \
  X(JointUnclear, "Its joint is not certain: it is {alike} % alike, {head} % of its head and {socket} % of its socket are as dense as bone, and {seen} % of what surrounds it lies in the CT.") \
  X(CheckJoint, "Check in the slices that the joint lies there and is whole; else choose region and side yourself.") \
  X(SideUnclear, "A left and a right hip look almost equally alike.") \
  X(NoneConfirms, "No hip was recognised that would confirm it.") \
  X(StateSide, "If you know the side, state it: --side left or right, or Side under Settings in the window.") \
  X(Mirrored, "Mirrored to the model's side, and the result back.") \
  /* region */ \
  X(NoHip, "No hip was found in this CT, which is much larger than what the model was trained on.") \
  X(ChooseRegion, "Give a CT that shows a whole hip joint, choose a region and state its side, or ask for the whole CT.") \
  X(WholeCt, "The whole CT is used.") \
  X(Region, "The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm; {empty} % of it lies outside the CT.") \
  X(RegionAroundJoint, "The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm around the joint at {x}, {y}, {z}; {empty} % of it lies outside the CT.") \
  X(NothingThere, "There is nothing to work on; choose a region within the CT.") \
  X(CutOut, "Cut out.") \
  X(CutOutPadded, "Cut out; what is missing is taken for air, which no training case had.") \
  X(NoTrainedSize, "The model does not state what size it was trained on.") \
  X(Sizes, "The model sees {x} x {y} x {z} mm and was trained on {trained_x} x {trained_y} x {trained_z} mm.") \
  X(TooLittle, "Too little to show a hip; choose a region of about the trained size.") \
  X(TooLittleCt, "Too little to show a hip; give a CT of about the trained size, and check that its header counts in millimetres.") \
  X(Padded, "Padded with air.") \
  X(UsedWhole, "Used whole; a region around one hip is what the model knows.") \
  X(NoCut, "The CT does not cut bone of the region.") \
  X(NoCutTrained, "The CT cuts bone only where the model's training cases ended too.") \
  X(CutNoTrainedSize, "Whether the CT cuts bone too early was not judged: the model does not state what it was trained on.") \
  X(CutNoJoint, "Whether the CT cuts bone too early was not judged: no joint was found to compare with.") \
  X(CutRight, "The CT cuts {cm2} cm2 of bone at its right border, and the model should see more of it.") \
  X(CutFront, "The CT cuts {cm2} cm2 of bone at its front border, and the model should see more of it.") \
  X(CutLower, "The CT cuts {cm2} cm2 of bone at its lower border, and the model should see more of it.") \
  X(CutLeft, "The CT cuts {cm2} cm2 of bone at its left border, and the model should see more of it.") \
  X(CutBack, "The CT cuts {cm2} cm2 of bone at its back border, and the model should see more of it.") \
  X(CutUpper, "The CT cuts {cm2} cm2 of bone at its upper border, and the model should see more of it.") \
  X(CutFilled, "What is missing is taken for air.") \
  /* metal */ \
  X(NoMetal, "No metal.") \
  X(MetalOutside, "{cm3} cm3 of metal around {x}, {y}, {z} mm, outside the region.") \
  X(MetalOutsideLeft, "{cm3} cm3 of metal around {x}, {y}, {z} mm, on the left, outside the region.") \
  X(MetalOutsideRight, "{cm3} cm3 of metal around {x}, {y}, {z} mm, on the right, outside the region.") \
  X(MetalInside, "{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm.") \
  X(MetalInsideLeft, "{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the left.") \
  X(MetalInsideRight, "{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the right.") \
  X(MetalKept, "Used as it is; the model was made for hips without metal.")
// clang-format on
