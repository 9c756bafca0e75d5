const MaskingScreen = () => null;
export default MaskingScreen;
