// Everything a reader of CTs can have noticed or adapted, in one place: name, level, sentence. {name} is a named value.
#pragma once

// clang-format off
#define HIPWRIGHT_CASE_NOTE_LIST(X) \
  /* headers */ \
  X(LengthUnit, Adapted, "The header gives lengths in {unit}; they were converted to millimetres.") \
  X(UnknownLengthUnit, Doubtful, "The header names no known unit of length; millimetres were assumed.") \
  X(UnusualSpacing, Doubtful, "The voxels are {least} to {most} mm wide, which is unusual for a CT; check its unit.") \
  X(NegativeSpacing, Adapted, "The header has a negative voxel size; its magnitude was used.") \
  X(AxisTurned, Doubtful, "The header has a negative voxel size; that axis was turned round, as ITK reads it. Check the side before using a result.") \
  X(SpacingsDisagree, Doubtful, "The voxel size of the sform ({used} mm) differs from the one stated apart ({stated} mm); the sform was used.") \
  X(AxesStraightened, Adapted, "The axes of the header's {source} are not quite perpendicular; straightening them moved the far corner by {mm} mm.") \
  X(FormsDisagree, Doubtful, "The header's sform and qform disagree by up to {mm} mm; the sform was used.") \
  X(QformUsed, Adapted, "The header's sform {problem}; the qform was used.") \
  X(QformUsedApart, Doubtful, "The header's sform {problem}, and its qform lies up to {mm} mm away from it; the qform was used.") \
  X(NoOrientation, Doubtful, "The header does not say how the patient lies; {assumed}. Check the side before using a result.") \
  X(NoPosition, Adapted, "The header does not say where the patient lies; the first voxel was put at 0, 0, 0.") \
  X(AxesDisagree, Doubtful, "The header calls its axes {stated}, but its transform matrix makes them {used}; the matrix was used. Check the side before using a result.") \
  X(BitsDisagree, Adapted, "The header says {stated} bits per voxel, but its {type} voxels have {real}.") \
  /* voxels */ \
  X(BytesBehind, Adapted, "{count} bytes behind the voxels were ignored.") \
  X(VoxelsToAir, Doubtful, "{count} voxels were not numbers; they were taken as air (-1024 HU).") \
  /* DICOM */ \
  X(SeriesChosen, Adapted, "The folder holds {count} series; the only one that is a CT volume was read.") \
  X(FilesLeftOut, Adapted, "Files of the series ({count}: {names}) were left out: {reason}.") \
  X(SlicesLeftOut, Doubtful, "Slices that may belong to the volume ({count}: {names}) were left out: {reason}. The CT may end too early there.") \
  X(FoldersTooDeep, Doubtful, "Folders that lie deeper than {depth} levels ({count}) were not looked into; slices may be missing.") \
  X(LinksOutside, Doubtful, "Links that lead out of the folder or nowhere ({count}) were not followed; slices may be missing.") \
  X(NumbersMissing, Adapted, "The slices are numbered from {first} to {last}, but only {count} of these {all} are there; there is no gap between them, so the CT was taken as complete.") \
  X(SlicesInterpolated, Doubtful, "Missing slices ({count}) between {places} were interpolated from their neighbours.") \
  X(UnevenGaps, Doubtful, "The gaps between slices run from {least} to {most} mm; the slices were resampled to {mm} mm.") \
  X(GapZones, Doubtful, "The distance between slices changes at slice {places} ({gaps} mm); they were resampled to {mm} mm, and what lies within the wider gaps was interpolated.") \
  X(GantryTilt, Adapted, "The gantry was tilted by {degrees} degrees; the slices were moved within their planes by up to {mm} mm to stand upright.") \
  X(SlicesTurned, Adapted, "The orientations of the slices differ slightly; their mean was taken, which moved the far corner of a slice by up to {mm} mm.") \
  X(ThicknessIsNotGap, Adapted, "The slices are {thickness} mm thick and {gap} mm apart; the distance was used.") \
  X(SlicesTwice, Doubtful, "Slices that are there twice ({count}: {places}) were used once.") \
  X(NoRescale, Doubtful, "{count} of {all} slices do not say how their values become HU; their stored values were taken.") \
  X(RescaleLent, Doubtful, "{count} of {all} slices ({names}) do not say how their values become HU; they were given the scale of the slices beside them ({scale}), with which the values go on smoothly.") \
  X(RescaleNotNeeded, Doubtful, "{count} of {all} slices ({names}) do not say how their values become HU; their stored values were taken, which go on smoothly from those of their neighbours.") \
  X(RescaleDiffers, Adapted, "{count} of {all} slices ({names}) have another rescale slope or intercept than most; each slice got its own, and the values go on smoothly.") \
  X(RescaleJumps, Doubtful, "{count} of {all} slices ({names}) have another rescale slope or intercept than most ({odd} instead of {usual}), and their values lie about {hu} HU apart from those of their neighbours; check them before using a result.") \
  X(PaddingToAir, Adapted, "{count} pixels that the slices call padding were taken as air (-1024 HU).") \
  X(PaddingKept, Doubtful, "{count} pixels have a value that the slices call padding, but it stands for {least} to {most} HU, where tissue or metal can lie; they were kept as they are.") \
  X(LossyPictures, Doubtful, "The slices were packed with loss before they came here; fine detail and exact HU may be missing.")
// clang-format on
