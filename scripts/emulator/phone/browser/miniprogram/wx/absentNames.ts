/** What WeChat's `wx` has (miniprogram-api-typings 5) and this phone has not, by what would be needed for it. */

const words = (text: string) => text.trim().split(/\s+/);

/** Calls with `success`, `fail` and `complete`. */
export const ABSENT_CALLS: Record<string, string[]> = {
  Bluetooth: words(`
    openBluetoothAdapter closeBluetoothAdapter getBluetoothAdapterState startBluetoothDevicesDiscovery
    stopBluetoothDevicesDiscovery getBluetoothDevices getConnectedBluetoothDevices isBluetoothDevicePaired
    makeBluetoothPair createBLEConnection closeBLEConnection getBLEDeviceServices getBLEDeviceCharacteristics
    getBLEDeviceRSSI getBLEMTU setBLEMTU readBLECharacteristicValue writeBLECharacteristicValue
    notifyBLECharacteristicValueChange createBLEPeripheralServer startBeaconDiscovery stopBeaconDiscovery getBeacons
    openSystemBluetoothSetting`),
  'Wi-Fi of its own': words(`
    startWifi stopWifi connectWifi getConnectedWifi getWifiList setWifiList getLocalIPAddress
    startLocalServiceDiscovery stopLocalServiceDiscovery`),
  sensors: words(`
    startAccelerometer stopAccelerometer startCompass stopCompass startGyroscope stopGyroscope
    startDeviceMotionListening stopDeviceMotionListening startLocationUpdate startLocationUpdateBackground
    stopLocationUpdate`),
  'NFC or cards': words(`
    getHCEState startHCE stopHCE sendHCEMessage addCard openCard addPaymentPassFinish addPaymentPassGetCertificateData
    canAddSecureElementPass getSecureElementPasses removeSecureElementPass checkTransitCardSupport deleteTransitCard
    getTransitCardCPLC getTransitCardInfo getTransitCardList issueTransitCard rechargeTransitCard`),
  payment: words(`
    requestPayment requestOrderPayment requestPluginPayment requestVirtualPayment requestCommonPayment
    requestMerchantTransfer requestAppleSubscribeSign jumpToOfflinePay openHKOfflinePayView showRedPackage`),
  'fingerprint or face recognition': words(`
    startSoterAuthentication checkIsSupportSoterAuthentication checkIsSoterEnrolledInDevice
    checkIsSupportFacialRecognition requestFacialVerify initFaceDetect faceDetect stopFaceDetect`),
  'contacts, calendar or text messages': words(`
    addPhoneContact chooseContact addPhoneCalendar addPhoneRepeatCalendar sendSms`),
  "user's data of this kind": words(`
    chooseAddress chooseInvoice chooseInvoiceTitle chooseLicensePlate getWeRunData shareToWeRun
    checkIsAddedToMyMiniProgram getShareInfo getGroupEnterInfo authorizeForMiniProgram authPrivateMessage
    getBackgroundFetchData getBackgroundFetchToken setBackgroundFetchToken bindEmployeeRelation checkEmployeeRelation
    requestSubscribeEmployeeMessage requestSubscribeDeviceMessage pluginLogin getUserCryptoManager`),
  'chats and groups': words(`
    getChatToolInfo getChatForwardMaterials openChatTool enterChatToolMode selectGroupMembers notifyGroupMembers shareAppMessageToGroup
    shareEmojiToGroup shareFileToGroup shareImageToGroup shareVideoToGroup shareFileMessage shareVideoMessage
    showShareImageMenu shareToOfficialAccount openSingleStickerView openStickerIPView openStickerSetView
    addFileToFavorites addVideoToFavorites`),
  'channels, official accounts or shops': words(`
    openChannelsActivity openChannelsEvent openChannelsLive openChannelsLiveNoticeInfo openChannelsUserProfile
    reserveChannelsLive getChannelsLiveInfo getChannelsLiveNoticeInfo getChannelsShareKey openOfficialAccountArticle
    openOfficialAccountChat openOfficialAccountProfile openInquiriesTopic openStoreCouponDetail openStoreOrderDetail
    openDesignerProfile getShowSplashAdStatus`),
  'voice calls': words(`
    joinVoIPChat exitVoIPChat join1v1Chat setEnable1v1Chat subscribeVoIPVideoMembers updateVoIPChatMuteConfig
    requestDeviceVoIP getDeviceVoIPList`),
  microphone: words('startRecord stopRecord playVoice pauseVoice stopVoice getAvailableAudioSources'),
  'editor of videos or pictures': words('compressVideo openVideoEditor editImage cropImage'),
  'engine for models': words('getInferenceEnvInfo'),
  "WeCom's customer service": words('openCustomerServiceChat'),
  "settings of the phone's system": words('openAppAuthorizeSetting'),
  'way out of a mini-program': words('exitMiniProgram restartMiniProgram'),
  'other mini-programs': words(
    'openEmbeddedMiniProgram postMessageToReferrerMiniProgram postMessageToReferrerPage',
  ),
  'screen recording': words('getScreenRecordingState'),
  'viewer for documents': words('openDocument'),
  'window of its own': words('setWindowSize setTopBarText updateWeChatApp'),
  'calls from before 2018': words(`
    playBackgroundAudio pauseBackgroundAudio seekBackgroundAudio stopBackgroundAudio getBackgroundAudioPlayerState
    openPrivacyContract checkIsPictureInPictureActive`),
};

/** What makes an object: its members fail in the same way. */
export const ABSENT_OBJECTS: Record<string, string[]> = {
  'camera and no microphone': words(`
    createCameraContext createLivePusherContext getRecorderManager createMediaRecorder`),
  'live streams': words('createLivePlayerContext'),
  maps: words('createMapContext'),
  advertisements: words('createInterstitialAd createRewardedVideoAd'),
  'augmented reality': words('createVKSession getXrFrameSystem'),
  'engine for models': words('createInferenceSession'),
  'editor of videos': words('createMediaContainer createVideoDecoder createMediaAudioPlayer'),
  'sockets below HTTP': words('createTCPSocket createUDPSocket'),
  'NFC or cards': words('getNFCAdapter'),
  payment: words('createGlobalPayment'),
  'plugins to update': words('getPluginUpdateManager'),
  'second cache': words('createCacheManager'),
};

/** Listeners (`on…` and `off…`) for what never happens on this phone. */
export const NEVER_HAPPENS = words(`
  AccelerometerChange ApiCategoryChange AudioInterruptionBegin AudioInterruptionEnd BLECharacteristicValueChange
  BLEConnectionStateChange BLEMTUChange BLEPeripheralConnectionStateChanged BackgroundAudioPause BackgroundAudioPlay
  BackgroundAudioStop BackgroundFetchData BatteryInfoChange BeaconServiceChange BeaconUpdate BluetoothAdapterStateChange
  BluetoothDeviceFound CompassChange CopyUrl DeviceMotionChange EmbeddedMiniProgramHeightChange GeneratePoster GetWifiList
  GyroscopeChange HCEMessage KeyDown KeyUp KeyboardHeightChange LazyLoadError LocalServiceDiscoveryStop LocalServiceFound
  LocalServiceLost LocalServiceResolveFail LocationChange LocationChangeError MemoryWarning
  MenuButtonBoundingClientRectWeightChange NeedPrivacyAuthorization NetworkWeakChange ParallelStateChange
  ScreenRecordingStateChanged UserCaptureScreen UserOffTranslation UserTriggerTranslation VoIPChatInterrupted
  VoIPChatMembersChanged VoIPChatSpeakersChanged VoIPChatStateChanged VoIPVideoMembersChanged WifiConnected
  WifiConnectedWithPartialInfo WindowStateChange`);
